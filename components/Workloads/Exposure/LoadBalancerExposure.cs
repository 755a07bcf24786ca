using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>Reachable through a network load balancer of the service's own.</summary>
/// <param name="Scheme">Where it has its addresses.</param>
/// <param name="Sources">Ranges that may connect; none for all that reach it.</param>
/// <param name="Reason">Why it is on the internet; empty for internal ones.</param>
public sealed record LoadBalancerExposure(LoadBalancerScheme Scheme, IReadOnlyList<Ipv4Cidr> Sources, string Reason) : Expose
{
    /// <summary>The ARN of an ACM certificate: the load balancer ends TLS on the Service's port.</summary>
    public Input<string>? Certificate { get; init; }

    /// <summary>The DNS name to register, where external-dns is installed.</summary>
    public string? DnsName { get; init; }
}
