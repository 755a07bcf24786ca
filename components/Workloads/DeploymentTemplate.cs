using Components.Rollouts;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Components.Workloads;

/// <summary>Renders a Deployment and what goes with it.</summary>
internal static class DeploymentTemplate
{
    private const int FiveMinutes = 300;

    public static DeploymentArgs Render(string objectName, PodPlan plan, Replicas replicas)
    {
        var spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.Track(plan.Name, plan.Labels["track"]) },
            Strategy = new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = "25%", MaxUnavailable = 0 },
            },
            MinReadySeconds = 5,
            ProgressDeadlineSeconds = FiveMinutes,
            RevisionHistoryLimit = 3,
            Template = PodTemplate.Render(plan),
        };

        // An autoscaler sets the number; writing it here would undo its work at each update.
        if (!replicas.IsAutoscaled)
        {
            spec.Replicas = replicas.Min;
        }

        return new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Name = objectName, Namespace = plan.Args.Namespace.Name, Labels = new Dictionary<string, string>(plan.Labels) },
            Spec = spec,
        };
    }

    public static PodDisruptionBudgetArgs DisruptionBudget(PodPlan plan) => new()
    {
        Metadata = Shared(plan),
        Spec = new PodDisruptionBudgetSpecArgs
        {
            MaxUnavailable = 1,
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.App(plan.Name) },
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };

    public static HorizontalPodAutoscalerArgs Autoscaler(PodPlan plan, Replicas replicas) => new()
    {
        Metadata = Shared(plan),
        Spec = new HorizontalPodAutoscalerSpecArgs
        {
            ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = plan.Name },
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

    private static ObjectMetaArgs Shared(PodPlan plan) => new()
    {
        Name = plan.Name,
        Namespace = plan.Args.Namespace.Name,
        Labels = WorkloadLabels.Shared(plan.Name, plan.Args.Namespace.Label),
    };
}
