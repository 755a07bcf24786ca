using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Targets;

/// <summary>
/// A namespace for one business domain: Pod Security enforced, and no connection in or out but DNS and what workloads declare.
/// </summary>
public sealed class AppNamespace : ComponentResource
{
    /// <summary>Declares a namespace.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">Where it is, and what is allowed in it.</param>
    /// <param name="options">Options of the component.</param>
    public AppNamespace(string name, AppNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("components:namespaces:AppNamespace", name, ComponentOptions.In(args.Target, options))
    {
        Target = args.Target;
        Label = DnsLabel.Parse(name, "namespace").Value;
        Namespace = new Namespace(
            name,
            new NamespaceArgs { Metadata = NamespaceTemplate.Metadata(Label, args) },
            new CustomResourceOptions { Parent = this, Protect = args.Protect ? true : null }
        );
        Name = Namespace.Metadata.Apply(metadata => metadata.Name);
        Target.Services.Add(Label, Name);
        var children = new CustomResourceOptions { Parent = this };
        DefaultDeny = new NetworkPolicy($"{name}/default-deny", NamespacePolicies.DefaultDeny(Name), children);
        Dns = new NetworkPolicy($"{name}/dns", NamespacePolicies.Dns(Name), children);
        if (args.Quota is { } quota)
        {
            _ = new ResourceQuota($"{name}/quota", NamespaceTemplate.Quota(Name, quota), children);
            _ = new LimitRange($"{name}/defaults", NamespaceTemplate.Defaults(Name), children);
        }

        if (args.Team is { } team)
        {
            _ = new RoleBinding($"{name}/team-{team.Name}", NamespaceTemplate.Rights(Name, team), children);
        }

        RegisterOutputs();
    }

    /// <summary>The name, known from the start.</summary>
    public string Label { get; }

    /// <summary>The name, as the created namespace gives it: what uses it waits for the namespace.</summary>
    public Output<string> Name { get; }

    /// <summary>Where it is.</summary>
    public ClusterTarget Target { get; }

    /// <summary>The namespace.</summary>
    public Namespace Namespace { get; }

    /// <summary>Lets nothing in and nothing out.</summary>
    public NetworkPolicy DefaultDeny { get; }

    /// <summary>Lets names be resolved.</summary>
    public NetworkPolicy Dns { get; }

    /// <summary>The name of what is in a namespace, among all resources of the stack.</summary>
    internal static string Qualify(AppNamespace? space, string name)
    {
        ArgumentNullException.ThrowIfNull(space);
        return $"{space.Label}/{name}";
    }
}
