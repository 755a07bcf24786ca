using System.Text.Json;
using Components.Identity;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;

namespace Components.Platform;

/// <summary>
/// Installs EKS add-ons, in the versions that EKS recommends for the cluster's version, so that they follow an upgrade of the control
/// plane:
/// EKS itself leaves them as they are. Each has no more AWS rights than it needs, by pod identity.
/// </summary>
internal sealed class AddOnInstaller(EksCluster cluster, EksClusterArgs args)
{
    /// <summary>Installs one.</summary>
    /// <param name="name">The add-on's name.</param>
    /// <param name="after">What must be there first.</param>
    /// <param name="settings">Its configuration, if any.</param>
    /// <param name="serviceAccount">The service account that gets rights, if any.</param>
    /// <param name="managedPolicies">The AWS policies with these rights, after <c>policy/</c>.</param>
    /// <param name="rights">Rights of our own, when no AWS policy is narrow enough.</param>
    public Resource Install(
        string name,
        InputList<Resource> after,
        object? settings = null,
        string? serviceAccount = null,
        IReadOnlyList<string>? managedPolicies = null,
        Input<string>? rights = null
    )
    {
        var addOn = new AddonArgs
        {
            ClusterName = cluster.Name,
            AddonName = name,
            AddonVersion = GetAddonVersion
                .Invoke(new() { AddonName = name, KubernetesVersion = cluster.Running }, new InvokeOptions { Parent = cluster })
                .Apply(found => found.Version),
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "OVERWRITE",
        };
        if (settings is not null)
        {
            addOn.ConfigurationValues = JsonSerializer.Serialize(settings);
        }

        var needs = after;
        if (serviceAccount is not null)
        {
            var role = new Role(
                IamName.Of($"{cluster.Name}-{name}"),
                new() { AssumeRolePolicy = PolicyDocument.TrustService("pods.eks.amazonaws.com", tagSession: true) },
                new() { Parent = cluster }
            );
            addOn.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs { RoleArn = role.Arn, ServiceAccount = serviceAccount });
            needs = after.Concat(Attach(name, role, managedPolicies ?? [], rights));
        }

        return new Addon($"{cluster.Name}-{name}", addOn, new() { Parent = cluster, DependsOn = needs });
    }

    private Resource[] Attach(string name, Role role, IReadOnlyList<string> managedPolicies, Input<string>? rights)
    {
        var partition = AwsPartition.Of(args.Region);
        var options = new CustomResourceOptions { Parent = role };
        return
        [
            .. managedPolicies.Select(policy => new RolePolicyAttachment(
                $"{cluster.Name}-{name}-{policy[(policy.LastIndexOf('/') + 1)..]}",
                new() { Role = role.Name, PolicyArn = partition.ManagedPolicy(policy) },
                options
            )),
            .. rights is null
                ? (Resource[])[]
                : [new RolePolicy($"{cluster.Name}-{name}", new() { Role = role.Name, Policy = rights }, options)],
        ];
    }
}
