using Components.Networking;
using Components.Vpc;

namespace Components.Exposure;

/// <summary>From where a service can be reached, and through what.</summary>
public abstract record Expose
{
    private protected Expose()
    {
    }

    /// <summary>From inside the cluster only.</summary>
    public static Expose Cluster() => new ClusterExposure();

    /// <summary>Through a load balancer inside the network.</summary>
    /// <param name="sources">Ranges that may connect, where not the whole network.</param>
    public static LoadBalancerExposure Internal(params IReadOnlyList<Ipv4Cidr> sources) => new(LoadBalancerScheme.Internal, sources, "");

    /// <summary>Through a load balancer on the internet.</summary>
    /// <param name="reason">Why it must be.</param>
    /// <param name="sources">Ranges that may connect, where not the whole internet.</param>
    public static LoadBalancerExposure Public(string reason, params IReadOnlyList<Ipv4Cidr> sources) => new(LoadBalancerScheme.InternetFacing, sources, reason);
}
