using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Pods;

/// <summary>Renders on which nodes pods run.</summary>
internal static class PlacementTemplate
{
    private const string Zone = "topology.kubernetes.io/zone";
    private const string Node = "kubernetes.io/hostname";

    /// <summary>Adds the placement to a pod.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="replicas">Labels by which replicas are spread; null for single pods.</param>
    /// <param name="revisionLabel">The label that tells revisions apart, so that a rolling update is spread by itself; null for
    /// none.</param>
    public static void Apply(PodSpecArgs pod, Placement placement, IReadOnlyDictionary<string, string>? replicas, string? revisionLabel)
    {
        if (placement.Nodes.Count > 0)
        {
            pod.NodeSelector = new Dictionary<string, string>(placement.Nodes);
        }

        foreach (var toleration in placement.Tolerations)
        {
            pod.Tolerations.Add(toleration.Render());
        }

        if (replicas is not null)
        {
            pod.TopologySpreadConstraints.Add(
                Spread(Zone, placement.ZonesRequired ? "DoNotSchedule" : "ScheduleAnyway", replicas, revisionLabel),
                Spread(Node, "ScheduleAnyway", replicas, revisionLabel)
            );
        }

        if (placement.Near.Count + placement.Apart.Count > 0)
        {
            pod.Affinity = Affinity(placement);
        }

        pod.PriorityClassName = placement.PriorityClass!;
    }

    private static TopologySpreadConstraintArgs Spread(
        string key,
        string otherwise,
        IReadOnlyDictionary<string, string> labels,
        string? revisionLabel
    )
    {
        var spread = new TopologySpreadConstraintArgs
        {
            TopologyKey = key,
            MaxSkew = 1,
            WhenUnsatisfiable = otherwise,
            LabelSelector = new LabelSelectorArgs { MatchLabels = new Dictionary<string, string>(labels) },
        };
        if (revisionLabel is not null)
        {
            spread.MatchLabelKeys.Add(revisionLabel);
        }

        return spread;
    }

    private static AffinityArgs Affinity(Placement placement)
    {
        var affinity = new AffinityArgs();
        if (placement.Near.Count > 0)
        {
            affinity.PodAffinity = new PodAffinityArgs
            {
                PreferredDuringSchedulingIgnoredDuringExecution =
                {
                    new WeightedPodAffinityTermArgs { Weight = 100, PodAffinityTerm = Term(placement.Near) },
                },
            };
        }

        if (placement.Apart.Count > 0)
        {
            affinity.PodAntiAffinity = new PodAntiAffinityArgs
            {
                RequiredDuringSchedulingIgnoredDuringExecution = { Term(placement.Apart) },
            };
        }

        return affinity;
    }

    private static PodAffinityTermArgs Term(IReadOnlyList<string> workloads) =>
        new()
        {
            TopologyKey = Node,
            LabelSelector = new LabelSelectorArgs
            {
                MatchExpressions =
                {
                    new LabelSelectorRequirementArgs
                    {
                        Key = "app",
                        Operator = "In",
                        Values = workloads.ToArray(),
                    },
                },
            },
        };
}
