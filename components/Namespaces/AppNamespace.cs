using Components.Naming;
using Components.Networking;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Namespaces;

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
        Namespace = new Namespace(name, new NamespaceArgs { Metadata = Metadata(Label, args) }, new CustomResourceOptions { Parent = this });
        Name = Namespace.Metadata.Apply(metadata => metadata.Name);
        Target.Services.Add(Label, Name);
        var children = new CustomResourceOptions { Parent = this };
        DefaultDeny = new NetworkPolicy($"{name}/default-deny", NamespacePolicies.DefaultDeny(Name), children);
        Dns = new NetworkPolicy($"{name}/dns", NamespacePolicies.Dns(Name), children);
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

    private static ObjectMetaArgs Metadata(string name, AppNamespaceArgs args)
    {
        var labels = new InputMap<string>
        {
            ["pod-security.kubernetes.io/enforce"] = args.PodSecurity.Level,
            ["pod-security.kubernetes.io/enforce-version"] = "latest",
            [args.Target.LoadBalancing.ReadinessGateLabel] = "enabled",
        };
        foreach (var mode in new[] { "warn", "audit" })
        {
            labels.Add($"pod-security.kubernetes.io/{mode}", PodSecurity.Restricted.Level);
            labels.Add($"pod-security.kubernetes.io/{mode}-version", "latest");
        }

        var metadata = new ObjectMetaArgs { Name = name, Labels = labels };
        if (args.PodSecurity.Reason.Length > 0)
        {
            metadata.Annotations.Add($"opt-out.components/pod-security-{args.PodSecurity.Level}", args.PodSecurity.Reason);
        }

        return metadata;
    }
}
