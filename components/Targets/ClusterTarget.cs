using Components.Values;
using Pulumi;
using Pulumi.Random;

namespace Components.Targets;

/// <summary>
/// Where workloads go: a folder of YAML, a cluster that exists, or one made here. Workloads do not know which.
/// </summary>
public sealed class ClusterTarget
{
    private readonly Lazy<Output<string>> _secretHashKey = new(() =>
        new RandomPassword("secret-hash-key", new RandomPasswordArgs { Length = 32, Special = false }).Result
    );

    /// <summary>A target behind a provider of Kubernetes objects.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="loadBalancing">What makes load balancers.</param>
    /// <param name="network">The addresses of the cluster's network: where its load balancers' traffic comes from.</param>
    public ClusterTarget(Pulumi.Kubernetes.Provider provider, LoadBalancing loadBalancing, Ipv4Cidr network) =>
        (Provider, LoadBalancing, Network) = (provider, loadBalancing, network);

    /// <summary>The provider of Kubernetes objects.</summary>
    public Pulumi.Kubernetes.Provider Provider { get; }

    /// <summary>What makes load balancers.</summary>
    public LoadBalancing LoadBalancing { get; }

    /// <summary>The addresses of the cluster's network.</summary>
    public Ipv4Cidr Network { get; }

    /// <summary>The EKS cluster's name, by which pods get rights in AWS; null where there is no cluster, or none of EKS.</summary>
    public Input<string>? ClusterName { get; init; }

    /// <summary>Whether pods run on it: then those that use something in AWS need <see cref="ClusterName"/>. A folder of YAML has
    /// none.</summary>
    public bool IsCluster { get; init; }

    /// <summary>The domain under which routes have their hosts; null where there is none.</summary>
    public TargetDomain? Domain { get; init; }

    /// <summary>What runs on the target, and who calls whom.</summary>
    public ServiceGraph Services { get; } = new();

    /// <summary>The key of the hashes in the names of Secrets; one for the stack.</summary>
    internal Output<string> SecretHashKey => _secretHashKey.Value;
}
