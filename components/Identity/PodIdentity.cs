using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;

namespace Components.Identity;

/// <summary>
/// AWS rights for the pods of a service account, by EKS Pod Identity: credentials that rotate, with no key anywhere. Pods get
/// them when they start, and never later: they take <see cref="ServiceAccount"/>, which is known once the rights are there.
/// </summary>
public sealed class PodIdentity : ComponentResource
{
    /// <summary>Makes the role and binds it.</summary>
    public PodIdentity(string name, PodIdentityArgs args, ComponentResourceOptions? options = null)
        : base("components:identity:PodIdentity", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var child = new CustomResourceOptions { Parent = this };
        var iam = IamName.Of(name);
        Role = new(iam, new() { AssumeRolePolicy = PolicyDocument.TrustService("pods.eks.amazonaws.com", tagSession: true) }, child);
        var rights = new RolePolicy(iam, new() { Role = Role.Name, Policy = Grant.Document(args.Uses) }, child);
        var association = new PodIdentityAssociation(
            name,
            new()
            {
                ClusterName = args.ClusterName,
                Namespace = args.Namespace,
                ServiceAccount = args.ServiceAccount,
                RoleArn = Role.Arn,
            },
            new() { Parent = this, DependsOn = { rights } }
        );
        ServiceAccount = association.ServiceAccount;
        RegisterOutputs();
    }

    /// <summary>The role, for policies of resources that name who may use them.</summary>
    public Role Role { get; }

    /// <summary>The service account's name, once it has the rights.</summary>
    public Output<string> ServiceAccount { get; }
}
