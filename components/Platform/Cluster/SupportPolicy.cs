namespace Components.Platform;

/// <summary>What happens when a version's standard support ends.</summary>
public enum SupportPolicy
{
    /// <summary>AWS upgrades the cluster by itself, at no extra price.</summary>
    Standard,

    /// <summary>The version stays for up to a year, at six times the price of the control plane.</summary>
    Extended,
}
