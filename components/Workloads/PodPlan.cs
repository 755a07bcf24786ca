using Components.Pods;
using Components.Rollouts;
using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>All that a pod template is rendered from.</summary>
/// <param name="Workload">The workload: its name, which is its container's too, its variables and its identity.</param>
/// <param name="Args">What the call site says.</param>
/// <param name="Image">The image with its version.</param>
/// <param name="Labels">The pod's labels.</param>
internal sealed record PodPlan(
    PreparedWorkload Workload,
    WorkloadArgs Args,
    Input<string> Image,
    IReadOnlyDictionary<string, string> Labels
)
{
    /// <summary>The workload's name, and its container's.</summary>
    public string Name => Workload.Reference.Name;

    /// <summary>The ports that the container listens on, by name.</summary>
    public IReadOnlyList<(string Name, Port Port)> Ports { get; init; } = [];

    /// <summary>The container's health, asked on its first port unless told otherwise.</summary>
    public Health? Health { get; init; }

    /// <summary>How long the pod goes on serving after its end was decided.</summary>
    public TimeSpan PauseBeforeStop { get; init; }

    /// <summary>When containers that end are started again.</summary>
    public string RestartPolicy { get; init; } = "Always";

    /// <summary>Labels by which replicas are spread over zones and nodes; none for single pods.</summary>
    public IReadOnlyDictionary<string, string>? SpreadBy { get; init; }

    /// <summary>The label that tells revisions of a Deployment apart.</summary>
    public string? RevisionLabel { get; init; }

    /// <summary>Whether it runs on nodes of any taint.</summary>
    public bool OnEveryNode { get; init; }

    /// <summary>Disks that each pod has of its own.</summary>
    public IReadOnlyList<Disk> Disks { get; init; } = [];

    /// <summary>The image and labels of a version of a workload.</summary>
    public static PodPlan Of(PreparedWorkload workload, WorkloadArgs args, ImageVersion? version, string track) =>
        new(
            workload,
            args,
            args.Image.Reference(version),
            WorkloadLabels.Of(workload.Reference.Name, args.Namespace.Label, args.Image.Version ?? version, track)
        );
}
