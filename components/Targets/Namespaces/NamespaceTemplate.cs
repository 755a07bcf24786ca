using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Components.Targets;

/// <summary>Renders what comes with a namespace.</summary>
internal static class NamespaceTemplate
{
    public static ObjectMetaArgs Metadata(string name, AppNamespaceArgs args)
    {
        // The level was given up by name, so nobody has to be warned of it again; audits go on listing what is not restricted.
        var labels = new InputMap<string> { [args.Target.LoadBalancing.ReadinessGateLabel] = "enabled" };
        foreach (
            var (mode, level) in new[] { ("enforce", args.PodSecurity), ("warn", args.PodSecurity), ("audit", PodSecurity.Restricted) }
        )
        {
            labels.Add($"pod-security.kubernetes.io/{mode}", level.Level);
            labels.Add($"pod-security.kubernetes.io/{mode}-version", "latest");
        }

        if (args.Team is { } team)
        {
            labels.Add("team", team.Name);
        }

        var metadata = new ObjectMetaArgs { Name = name, Labels = labels };
        if (args.PodSecurity.Reason.Length > 0)
        {
            metadata.Annotations.Add($"opt-out.components/pod-security-{args.PodSecurity.Level}", args.PodSecurity.Reason);
        }

        return metadata;
    }

    public static ResourceQuotaArgs Quota(Input<string> space, Quota quota) =>
        new()
        {
            Metadata = new ObjectMetaArgs { Name = "quota", Namespace = space },
            Spec = new ResourceQuotaSpecArgs
            {
                Hard =
                {
                    ["requests.cpu"] = quota.Cpu.ToString(),
                    ["requests.memory"] = quota.Memory.ToString(),
                    ["limits.memory"] = quota.Memory.ToString(),
                    ["pods"] = quota.Pods.ToString(CultureInfo.InvariantCulture),
                },
            },
        };

    // For pods that come from elsewhere than the components, which always say both: without it a quota would refuse them.
    public static LimitRangeArgs Defaults(Input<string> space) =>
        new()
        {
            Metadata = new ObjectMetaArgs { Name = "defaults", Namespace = space },
            Spec = new LimitRangeSpecArgs
            {
                Limits =
                {
                    new LimitRangeItemArgs
                    {
                        Type = "Container",
                        DefaultRequest = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                        Default = { ["memory"] = "128Mi" },
                    },
                },
            },
        };

    /// <summary>The team may edit what is in its namespace, and neither roles nor quotas: Kubernetes' own role <c>edit</c>.</summary>
    public static RoleBindingArgs Rights(Input<string> space, Team team)
    {
        var binding = new RoleBindingArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"team-{team.Name}", Namespace = space },
            RoleRef = new RoleRefArgs
            {
                ApiGroup = "rbac.authorization.k8s.io",
                Kind = "ClusterRole",
                Name = "edit",
            },
        };
        foreach (var group in team.Groups)
        {
            binding.Subjects.Add(
                new SubjectArgs
                {
                    ApiGroup = "rbac.authorization.k8s.io",
                    Kind = "Group",
                    Name = group,
                }
            );
        }

        return binding;
    }
}
