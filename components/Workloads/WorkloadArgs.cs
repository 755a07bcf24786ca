using Components.Identity;
using Components.Pods;
using Components.Rollouts;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Workloads;

/// <summary>What every workload has, whatever runs it: its own container, and the pod around it.</summary>
public abstract class WorkloadArgs : ContainerSettings
{
    /// <summary>Where it runs.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>Which version, how many pods: from the stack's settings. Not needed for a pinned image that runs once.</summary>
    public Release? Release { get; init; }

    /// <summary>What it calls: each gives a variable with its address, network policies on both sides, a check of the port, and an edge in
    /// the graph.</summary>
    public IReadOnlyList<ICallee> Calls { get; init; } = [];

    /// <summary>The user that the processes run as, where the image does not name one by number.</summary>
    public RunAs? RunAs { get; init; }

    /// <summary>Protections given up, by name and with a reason.</summary>
    public IReadOnlyList<OptOut> OptOuts { get; init; } = [];

    /// <summary>Containers that run before the others, one after the other, each to its end.</summary>
    public IReadOnlyList<Container> InitContainers { get; init; } = [];

    /// <summary>Helpers that start before the workload's container and end after it (native sidecars).</summary>
    public IReadOnlyList<Container> Sidecars { get; init; } = [];

    /// <summary>Other containers of the pod, beside the workload's own.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>On which nodes the pods run.</summary>
    public Placement Placement { get; init; } = new();

    /// <summary>What it uses in AWS, such as <c>bucket.ReadWrite()</c>: rights that its pods get by their identity.</summary>
    public IReadOnlyList<IReadOnlyList<Grant>> Uses { get; init; } = [];

    /// <summary>How long the processes may take to end after they were told to.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The last word on the workload's own container, in Kubernetes' own terms.</summary>
    public Action<ContainerArgs>? OwnContainer { get; init; }

    /// <summary>The last word on the pod, in Kubernetes' own terms.</summary>
    public Action<PodSpecArgs>? Pod { get; init; }
}
