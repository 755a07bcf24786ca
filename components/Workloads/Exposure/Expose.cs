using Components.Values;

namespace Components.Workloads;

/// <summary>From where a service can be reached, and through what.</summary>
public abstract record Expose
{
    private protected Expose() { }

    /// <summary>From inside the cluster only.</summary>
    public static Expose Cluster() => new ClusterExposure();

    /// <summary>From inside the cluster, pod by pod: the name resolves to the pods' own addresses.</summary>
    public static Expose Headless() => new ClusterExposure { IsHeadless = true };

    /// <summary>Through a port of every node.</summary>
    /// <param name="port">The port, 30000 to 32767; one that is free unless given.</param>
    public static Expose NodePort(Port? port = null) => new NodePortExposure(port);

    /// <summary>Through a load balancer inside the network.</summary>
    /// <param name="sources">Ranges that may connect, where not the whole network.</param>
    public static LoadBalancerExposure Internal(params IReadOnlyList<Ipv4Cidr> sources) => new(LoadBalancerScheme.Internal, sources, "");

    /// <summary>Through a load balancer on the internet.</summary>
    /// <param name="reason">Why it must be.</param>
    /// <param name="sources">Ranges that may connect, where not the whole internet.</param>
    public static LoadBalancerExposure Public(string reason, params IReadOnlyList<Ipv4Cidr> sources) =>
        new(
            LoadBalancerScheme.InternetFacing,
            sources,
            Reasons.Check(
                reason,
                "a load balancer on the internet",
                "Say in a sentence who needs it from there; it is shown to who reviews the Service."
            )
        );

    /// <summary>Through routes that name the service, with host and path. A rollout can split its traffic at any weight.</summary>
    public static Expose Route() => new RouteExposure();
}
