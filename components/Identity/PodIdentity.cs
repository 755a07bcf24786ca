using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;

namespace Components.Identity;

/// <summary>
/// AWS rights for the pods of a service account, by EKS Pod Identity: credentials that rotate, with no key anywhere. Pods get
/// them when they start, so a workload depends on this.
/// </summary>
public sealed class PodIdentity : ComponentResource
{
    /// <summary>Makes the role and binds it.</summary>
    public PodIdentity(string name, PodIdentityArgs args, ComponentResourceOptions? options = null)
        : base("components:identity:PodIdentity", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var child = new CustomResourceOptions { Parent = this };
        Role = new(name, new() { AssumeRolePolicy = PolicyDocument.TrustService("pods.eks.amazonaws.com", tagSession: true) }, child);
        var rights = new RolePolicy(name, new() { Role = Role.Name, Policy = Grant.Document(args.Uses) }, child);
        _ = new PodIdentityAssociation(
            name,
            new() { ClusterName = args.ClusterName, Namespace = args.Namespace, ServiceAccount = args.ServiceAccount, RoleArn = Role.Arn },
            new() { Parent = this, DependsOn = { rights } });
        RegisterOutputs();
    }

    /// <summary>The role, for policies of resources that name who may use them.</summary>
    public Role Role { get; }
}
