namespace Components.Platform;

/// <summary>How private subnets reach the internet.</summary>
public enum NatGateways
{
    /// <summary>One gateway for all zones: cheapest; if its zone fails, no zone has a way out.</summary>
    One,

    /// <summary>A gateway in each zone: a zone that fails takes only itself down, and traffic stays in its zone.</summary>
    PerZone,
}
