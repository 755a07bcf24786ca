namespace Components.Platform;

/// <summary>How EC2 instances are bought.</summary>
public enum Capacity
{
    /// <summary>At full price, for as long as wanted.</summary>
    OnDemand,

    /// <summary>At 60 to 90 % less, with two minutes' notice before AWS takes an instance back.</summary>
    Spot,
}
