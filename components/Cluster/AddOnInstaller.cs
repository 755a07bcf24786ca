using System.Text.Json;
using Components.Identity;
using Pulumi;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;

namespace Components.Cluster;

/// <summary>Installs EKS add-ons, in the versions that EKS recommends, each with no more AWS rights than it needs, by pod identity.</summary>
internal sealed class AddOnInstaller(EksCluster cluster)
{
    /// <summary>Installs one.</summary>
    /// <param name="name">The add-on's name.</param>
    /// <param name="after">What must be there first.</param>
    /// <param name="settings">Its configuration, if any.</param>
    /// <param name="serviceAccount">The service account that gets rights, if any.</param>
    /// <param name="managedPolicy">The AWS policy with these rights, after <c>policy/</c>.</param>
    /// <param name="rights">Rights of our own, when no AWS policy is narrow enough.</param>
    public Resource Install(string name, InputList<Resource> after, object? settings = null, string? serviceAccount = null, string? managedPolicy = null, Input<string>? rights = null)
    {
        var args = new Pulumi.Aws.Eks.AddonArgs
        {
            ClusterName = cluster.Name,
            AddonName = name,
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "OVERWRITE",
        };
        if (settings is not null)
        {
            args.ConfigurationValues = JsonSerializer.Serialize(settings);
        }

        var needs = after;
        if (serviceAccount is not null)
        {
            var role = new Role($"{cluster.Name}-{name}", new() { AssumeRolePolicy = PolicyDocument.TrustService("pods.eks.amazonaws.com", tagSession: true) }, new() { Parent = cluster });
            Resource attached = managedPolicy is not null
                ? new RolePolicyAttachment($"{cluster.Name}-{name}", new() { Role = role.Name, PolicyArn = $"arn:aws:iam::aws:policy/{managedPolicy}" }, new() { Parent = role })
                : new RolePolicy($"{cluster.Name}-{name}", new() { Role = role.Name, Policy = rights!.ToOutput() }, new() { Parent = role });
            args.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs { RoleArn = role.Arn, ServiceAccount = serviceAccount });
            needs = after.Concat(attached);
        }

        return new Pulumi.Aws.Eks.Addon($"{cluster.Name}-{name}", args, new() { Parent = cluster, DependsOn = needs });
    }
}
