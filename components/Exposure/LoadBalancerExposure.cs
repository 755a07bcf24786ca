using Components.Vpc;

namespace Components.Exposure;

/// <summary>Reachable through a network load balancer of the service's own.</summary>
/// <param name="Scheme">Where it has its addresses.</param>
/// <param name="Sources">Ranges that may connect; none for all that reach it.</param>
/// <param name="Reason">Why it is on the internet; empty for internal ones.</param>
public sealed record LoadBalancerExposure(LoadBalancerScheme Scheme, IReadOnlyList<Ipv4Cidr> Sources, string Reason) : Expose;
