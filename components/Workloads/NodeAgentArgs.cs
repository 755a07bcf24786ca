using Components.Pods;
using Components.Values;

namespace Components.Workloads;

/// <summary>What a <see cref="NodeAgent"/> is made of. Unless <c>Placement</c> says otherwise, it runs on all nodes, whatever their
/// taints.</summary>
public sealed class NodeAgentArgs : WorkloadArgs
{
    /// <summary>How Kubernetes knows that it works. An agent has no port of its own: probes name theirs.</summary>
    public Health? Health { get; init; }

    /// <summary>On how many of the nodes it may be down at a time while it is updated.</summary>
    /// <value>Default: 10 %.</value>
    public Percentage MaxUnavailable { get; init; } = Percentage.Of(10);
}
