using Agreement;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>Renders a StatefulSet.</summary>
internal static class StatefulSetTemplate
{
    public static StatefulSetArgs Render(PodPlan plan, StatefulServiceArgs args, int replicas, string headlessService)
    {
        var spec = new StatefulSetSpecArgs
        {
            ServiceName = headlessService,
            Replicas = replicas,
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.Track(plan.Name, plan.Labels[PodLabel.Track]) },
            PodManagementPolicy = "OrderedReady",
            UpdateStrategy = new StatefulSetUpdateStrategyArgs { Type = "RollingUpdate" },
            RevisionHistoryLimit = 3,
            PersistentVolumeClaimRetentionPolicy = new StatefulSetPersistentVolumeClaimRetentionPolicyArgs
            {
                WhenDeleted = args.DeleteDisks ? "Delete" : "Retain",
                WhenScaled = "Retain",
            },
            Template = PodTemplate.Render(plan with { SpreadBy = WorkloadLabels.Track(plan.Name, plan.Labels[PodLabel.Track]) }),
        };
        foreach (var disk in args.Disks)
        {
            spec.VolumeClaimTemplates.Add(disk.Claim());
        }

        return new StatefulSetArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = plan.Name,
                Namespace = args.Namespace.Name,
                Labels = new Dictionary<string, string>(plan.Labels),
            },
            Spec = spec,
        };
    }
}
