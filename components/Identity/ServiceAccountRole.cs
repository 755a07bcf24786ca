using Pulumi;
using Pulumi.Aws.Iam;

namespace Components.Identity;

/// <summary>
/// A role for one service account through the cluster's OIDC provider (IRSA), where <see cref="PodIdentity"/> does not do: pods on
/// Fargate, or software that knows only web identity tokens. The service account needs <see cref="Annotation"/>.
/// </summary>
public sealed class ServiceAccountRole : ComponentResource
{
    /// <summary>Makes the role.</summary>
    public ServiceAccountRole(string name, ServiceAccountRoleArgs args, ComponentResourceOptions? options = null)
        : base("components:identity:ServiceAccountRole", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var child = new CustomResourceOptions { Parent = this };
        var trust = Output
            .Tuple(args.ProviderArn, args.Issuer)
            .Apply(oidc => PolicyDocument.TrustServiceAccount(oidc.Item1, oidc.Item2, args.Namespace, args.ServiceAccount));
        var iam = IamName.Of(name);
        Role = new(iam, new() { AssumeRolePolicy = trust }, child);
        _ = new RolePolicy(iam, new() { Role = Role.Name, Policy = Grant.Document(args.Uses) }, child);
        RegisterOutputs();
    }

    /// <summary>The role.</summary>
    public Role Role { get; }

    /// <summary>What the service account is annotated with: key and value.</summary>
    public (string Key, Output<string> Value) Annotation => ("eks.amazonaws.com/role-arn", Role.Arn);
}
