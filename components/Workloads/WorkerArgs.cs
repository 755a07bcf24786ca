using Components.Pods;

namespace Components.Workloads;

/// <summary>What a <see cref="Worker"/> is made of.</summary>
public sealed class WorkerArgs : WorkloadArgs
{
    /// <summary>How Kubernetes knows that it works; none if it stops by itself when it cannot. A worker has no port of its own: probes name
    /// theirs.</summary>
    public Health? Health { get; init; }
}
