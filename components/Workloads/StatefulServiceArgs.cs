using Components.Pods;
using Components.Values;

namespace Components.Workloads;

/// <summary>What a <see cref="StatefulService"/> is made of.</summary>
public sealed class StatefulServiceArgs : WorkloadArgs
{
    /// <summary>The port that the container serves on, and that callers use.</summary>
    public required Port Port { get; init; }

    /// <summary>How Kubernetes knows that it can serve.</summary>
    public required Health Health { get; init; }

    /// <summary>Disks that each pod has of its own, and keeps when it is made anew.</summary>
    public required IReadOnlyList<Disk> Disks { get; init; }

    /// <summary>Whether disks are deleted with the service.</summary>
    /// <value>Default: false; they are kept, and cost money, until they are deleted by hand.</value>
    public bool DeleteDisks { get; init; }
}
