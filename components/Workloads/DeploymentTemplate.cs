using Agreement;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Components.Workloads;

/// <summary>Renders a Deployment and what goes with it.</summary>
internal static class DeploymentTemplate
{
    private const int FiveMinutes = 300;

    /// <summary>The Deployments of a workload's tracks, the stable one first.</summary>
    /// <param name="resourceName">The name of the stable one's resource; that of the object is the workload's.</param>
    /// <param name="tracks">The tracks, the stable one first.</param>
    /// <param name="plan">The pods of a track.</param>
    /// <param name="beforeStable">Where the tracks share the replicas: what must be there before the stable version gives up pods, of the
    /// other tracks' Deployments.</param>
    /// <param name="parent">The workload.</param>
    /// <param name="place">Where it is declared.</param>
    public static IReadOnlyList<Deployment> DeclareAll(
        string resourceName,
        IReadOnlyList<Track> tracks,
        Func<Track, PodPlan> plan,
        Func<IReadOnlyList<Deployment>, IEnumerable<Resource>>? beforeStable,
        Resource parent,
        Place place
    )
    {
        var candidates = tracks.Skip(1).Select(track => Declare(track, [])).ToList();
        return [Declare(tracks[0], beforeStable?.Invoke(candidates) ?? []), .. candidates];

        Deployment Declare(Track track, IEnumerable<Resource> after)
        {
            var rendered = plan(track);
            return DeploymentTemplate.Declare(
                resourceName + track.Suffix,
                rendered.Name + track.Suffix,
                rendered,
                track.Replicas,
                new() { Parent = parent, DependsOn = [.. after] },
                place
            );
        }
    }

    // With its autoscaler, where the number of pods has bounds.
    private static Deployment Declare(
        string resourceName,
        string objectName,
        PodPlan plan,
        Replicas replicas,
        CustomResourceOptions options,
        Place place
    )
    {
        var deployment = new Deployment(resourceName, Render(objectName, plan, replicas, place), options);
        if (replicas.IsAutoscaled)
        {
            _ = new HorizontalPodAutoscaler(
                resourceName,
                Autoscaler(objectName, plan, replicas),
                new CustomResourceOptions { Parent = options.Parent }
            );
        }

        return deployment;
    }

    public static DeploymentArgs Render(string objectName, PodPlan plan, Replicas replicas, Place place)
    {
        var spread = plan with
        {
            SpreadBy = WorkloadLabels.Track(plan.Name, plan.Labels[PodLabel.Track]),
            RevisionLabel = "pod-template-hash",
        };
        var spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.Track(plan.Name, plan.Labels[PodLabel.Track]) },
            Strategy = Strategy(plan, replicas, place),
            MinReadySeconds = 5,
            ProgressDeadlineSeconds = FiveMinutes,
            RevisionHistoryLimit = 3,
            Template = PodTemplate.Render(spread),
        };

        // An autoscaler sets the number; writing it here would undo its work at each update.
        if (!replicas.IsAutoscaled)
        {
            spec.Replicas = replicas.Min;
        }

        return new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = objectName,
                Namespace = plan.Args.Namespace.Name,
                Labels = new Dictionary<string, string>(plan.Labels),
            },
            Spec = spec,
        };
    }

    public static PodDisruptionBudgetArgs DisruptionBudget(string name, AppNamespace space) =>
        new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = name,
                Namespace = space.Name,
                Labels = WorkloadLabels.Shared(name, space.Label),
            },
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.App(name) },
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        };

    // A disk of one node cannot be held by the old pod and the new one, who may be on different nodes: the old one goes first.
    private static DeploymentStrategyArgs Strategy(PodPlan plan, Replicas replicas, Place place)
    {
        if (!plan.Args.Volumes.Any(mount => mount.Volume.IsOfOneNode))
        {
            return new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = "25%", MaxUnavailable = 0 },
            };
        }

        if (replicas.Most > 1)
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{plan.Args.Namespace.Label}/{plan.Name}: {replicas.Most} pods cannot share a disk of one node",
                    "Set replicas to 1, take a claim with Access = VolumeAccess.AllNodes, or a StatefulService, whose pods have a disk "
                        + "each."
                )
            );
        }

        return new DeploymentStrategyArgs { Type = "Recreate" };
    }

    private static HorizontalPodAutoscalerArgs Autoscaler(string objectName, PodPlan plan, Replicas replicas) =>
        new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = objectName,
                Namespace = plan.Args.Namespace.Name,
                Labels = WorkloadLabels.Shared(plan.Name, plan.Args.Namespace.Label),
            },
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new CrossVersionObjectReferenceArgs
                {
                    ApiVersion = "apps/v1",
                    Kind = "Deployment",
                    Name = objectName,
                },
                MinReplicas = replicas.Min,
                MaxReplicas = replicas.Most,
                Metrics =
                {
                    new MetricSpecArgs
                    {
                        Type = "Resource",
                        Resource = new ResourceMetricSourceArgs
                        {
                            Name = "cpu",
                            Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = replicas.Cpu!.Value.Value },
                        },
                    },
                },
            },
        };
}
