using Components.Settings;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes;

namespace Components.Targets;

/// <summary>A target as a stack's settings name it: a folder of YAML, a cluster that exists, or the cluster that another stack
/// made.</summary>
/// <param name="LoadBalancing">What makes load balancers.</param>
/// <param name="Network">The addresses of the cluster's network.</param>
public sealed record TargetSettings(LoadBalancing LoadBalancing, Ipv4Cidr Network)
{
    /// <summary>How the setting may look, for errors.</summary>
    public const string Examples =
        "{ folder: ../rendered/local }, { context: my-cluster, clusterIdentifier: my-cluster }, or { stack: organization/infra/dev }";

    private static readonly string[] s_kinds = ["folder", "context", "stack"];

    /// <summary>The folder, relative to the program's.</summary>
    public string? Folder { get; init; }

    /// <summary>The context of the kubeconfig.</summary>
    public string? Context { get; init; }

    /// <summary>The path of the kubeconfig; null for the user's own.</summary>
    public string? KubeConfig { get; init; }

    /// <summary>What stands for the cluster of a context when its address or kubeconfig change.</summary>
    public string? ClusterIdentifier { get; init; }

    /// <summary>The name of the context's cluster in EKS, by which workloads get rights in AWS; null where it is none.</summary>
    public string? EksCluster { get; init; }

    /// <summary>The stack that made the cluster, <c>organization/project/stack</c>: its outputs say all about it.</summary>
    public string? Stack { get; init; }

    /// <summary>The domain under which routes have their hosts.</summary>
    public TargetDomain? Domain { get; init; }

    private static Ipv4Cidr DefaultNetwork { get; } = Ipv4Cidr.Parse("10.0.0.0/16");

    /// <summary>Reads the target of a stack.</summary>
    public static TargetSettings? Read(Setting? setting)
    {
        if (setting is null)
        {
            return null;
        }

        var map = setting.Map(
            "folder",
            "context",
            "kubeconfig",
            "clusterIdentifier",
            "eksCluster",
            "stack",
            "loadBalancers",
            "ingressClass",
            "network",
            "domain"
        );
        RefuseUnlessOne(setting, map);
        if (map.Find("context") is not null)
        {
            map.Require("clusterIdentifier", "my-cluster");
        }

        var loadBalancing = map.Find("loadBalancers")?.Choice(LoadBalancing.Words, LoadBalancing.AutoMode) ?? LoadBalancing.AutoMode;
        return new TargetSettings(
            map.Find("ingressClass") is { } ingressClass ? loadBalancing with { IngressClass = ingressClass.Text() } : loadBalancing,
            map.Find("network")?.Parse(Ipv4Cidr.Parse, DefaultNetwork) ?? DefaultNetwork
        )
        {
            Folder = map.Find("folder")?.Text(),
            Context = map.Find("context")?.Text(),
            KubeConfig = map.Find("kubeconfig")?.Text(),
            ClusterIdentifier = map.Find("clusterIdentifier")?.Text(),
            EksCluster = map.Find("eksCluster")?.Text(),
            Stack = map.Find("stack")?.Text(),
            Domain = map.Find("domain") is { } domain ? ReadDomain(domain) : null,
        };
    }

    /// <summary>Makes the target's provider.</summary>
    public ClusterTarget Declare()
    {
        if (Stack is null)
        {
            return Target(
                // The arguments take KUBECONFIG's cluster unless told otherwise.
                Folder is not null
                    ? new ProviderArgs { RenderYamlToDirectory = Folder, KubeConfig = null! }
                    : new ProviderArgs
                    {
                        Context = Context!,
                        KubeConfig = KubeConfig!,
                        ClusterIdentifier = ClusterIdentifier!,
                    },
                EksCluster is null ? null : (Input<string>)EksCluster
            );
        }

        var outputs = new StackReference(Stack);
        return Target(new ProviderArgs { KubeConfig = Text("kubeconfig"), ClusterIdentifier = Text("clusterArn") }, Text("clusterName"));

        Output<string> Text(string name) => outputs.RequireOutput(name).Apply(value => (string)value);
    }

    private static void RefuseUnlessOne(Setting setting, SettingMap map)
    {
        List<string> named = [.. s_kinds.Where(key => map.Find(key) is not null)];
        if (named.Count != 1)
        {
            setting.Refuse(
                named.Count == 0 ? "names no target" : $"names {named.Count} targets: {string.Join(", ", named)}",
                $"Write one: {Examples}."
            );
        }
    }

    private static TargetDomain ReadDomain(Setting setting)
    {
        var map = setting.Map("name", "certificate");
        return new TargetDomain(
            map.Require("name", "dev.example.com")?.Text() ?? "",
            map.Require("certificate", "arn:aws:acm:…")?.Text() ?? ""
        );
    }

    private ClusterTarget Target(ProviderArgs provider, Input<string>? clusterName) =>
        new(new Provider("kubernetes", provider), LoadBalancing, Network)
        {
            Domain = Domain,
            ClusterName = clusterName,
            IsCluster = Folder is null,
        };
}
