using Components.Settings;
using Components.Vpc;
using Pulumi;
using Pulumi.Kubernetes;

namespace Components.Targets;

/// <summary>A target as a stack's settings name it: a folder of YAML, or a cluster that exists.</summary>
/// <param name="Folder">The folder, relative to the program's; or null.</param>
/// <param name="Context">The context of the kubeconfig; or null.</param>
/// <param name="KubeConfig">The path of the kubeconfig; null for the user's own.</param>
/// <param name="ClusterIdentifier">What stands for the cluster when its address or kubeconfig change.</param>
/// <param name="LoadBalancing">What makes load balancers.</param>
/// <param name="Network">The addresses of the cluster's network.</param>
public sealed record TargetSettings(
    string? Folder, string? Context, string? KubeConfig, string? ClusterIdentifier, LoadBalancing LoadBalancing, Ipv4Cidr Network)
{
    /// <summary>The domain under which routes have their hosts.</summary>
    public TargetDomain? Domain { get; init; }

    private const string Example = "{ folder: ../rendered/local }";

    /// <summary>Reads the target of a stack.</summary>
    public static TargetSettings? Read(Setting? setting)
    {
        if (setting is null)
        {
            return null;
        }

        var map = setting.Map("folder", "context", "kubeconfig", "clusterIdentifier", "loadBalancers", "ingressClass", "network", "domain");
        var folder = map.Find("folder")?.Text();
        var context = map.Find("context")?.Text();
        if (folder is null == context is null)
        {
            setting.Refuse(folder is null ? "names no target" : "names two targets, a folder and a cluster", $"Write {Example}, or {{ context: my-cluster, clusterIdentifier: my-cluster }}.");
        }

        if (context is not null)
        {
            map.Require("clusterIdentifier", "my-cluster");
        }

        var loadBalancing = map.Find("loadBalancers")?.Choice(LoadBalancing.Words, LoadBalancing.AutoMode) ?? LoadBalancing.AutoMode;
        return new TargetSettings(
            folder,
            context,
            map.Find("kubeconfig")?.Text(),
            map.Find("clusterIdentifier")?.Text(),
            map.Find("ingressClass") is { } ingressClass ? loadBalancing with { IngressClass = ingressClass.Text() } : loadBalancing,
            map.Find("network")?.Parse(Ipv4Cidr.Parse, DefaultNetwork) ?? DefaultNetwork)
        {
            Domain = map.Find("domain") is { } domain ? ReadDomain(domain) : null,
        };
    }

    private static TargetDomain ReadDomain(Setting setting)
    {
        var map = setting.Map("name", "certificate");
        return new TargetDomain(map.Require("name", "dev.example.com")?.Text() ?? "", map.Require("certificate", "arn:aws:acm:…")?.Text() ?? "");
    }

    private static Ipv4Cidr DefaultNetwork { get; } = Ipv4Cidr.Parse("10.0.0.0/16");

    /// <summary>Makes the target's provider.</summary>
    public ClusterTarget Declare()
    {
        var provider = new Provider("kubernetes", Folder is not null
            ? new ProviderArgs { RenderYamlToDirectory = Folder }
            : new ProviderArgs { Context = Context!, KubeConfig = KubeConfig!, ClusterIdentifier = ClusterIdentifier! });
        return new ClusterTarget(provider, LoadBalancing, Network) { Domain = Domain };
    }
}
