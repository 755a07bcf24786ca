using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>Reachable through a network load balancer of the service's own.</summary>
public sealed record LoadBalancerExposure : Expose
{
    internal LoadBalancerExposure(LoadBalancerScheme scheme, IReadOnlyList<Ipv4Cidr> sources, string reason) =>
        (Scheme, Sources, Reason) = (scheme, [.. sources], reason);

    /// <summary>Where it has its addresses.</summary>
    public LoadBalancerScheme Scheme { get; }

    /// <summary>Ranges that may connect; none for all that reach it.</summary>
    public IReadOnlyList<Ipv4Cidr> Sources { get; }

    /// <summary>Why it is on the internet; empty for internal ones.</summary>
    public string Reason { get; }

    /// <summary>The ARN of an ACM certificate: the load balancer ends TLS on the Service's port.</summary>
    public Input<string>? Certificate { get; init; }

    /// <summary>The DNS name to register, where external-dns is installed.</summary>
    public string? DnsName { get; init; }
}
