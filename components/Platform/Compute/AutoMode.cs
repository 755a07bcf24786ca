namespace Components.Platform;

/// <summary>
/// EKS Auto Mode: AWS adds nodes when pods need them, takes them away, replaces them every three weeks or sooner, and runs
/// networking, DNS, block storage, load balancing and pod identity. The default in every environment.
/// </summary>
public sealed record AutoMode : Compute
{
    /// <summary>How instances are bought. With both, spot is taken where there is any.</summary>
    /// <value>Default: on demand.</value>
    public IReadOnlyList<Capacity> Capacity { get; init; } = [Platform.Capacity.OnDemand];

    /// <summary>The processors that nodes may have.</summary>
    /// <value>Default: amd64.</value>
    public IReadOnlyList<Architecture> Architectures { get; init; } = [Architecture.Amd64];

    /// <summary>The most CPUs that all nodes of the pool may have together: the bound of the bill.</summary>
    /// <value>Default: 200.</value>
    public int MaxCpus { get; init; } = 200;
}
