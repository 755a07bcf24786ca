using Components.Values;

namespace Components.Platform;

/// <summary>The two subnets of an availability zone: a small public one for load balancers and NAT, a large private one for nodes and
/// pods.</summary>
/// <param name="Zone">The letter of the zone, <c>a</c> to <c>f</c>.</param>
/// <param name="Public">The range of the public subnet.</param>
/// <param name="Private">The range of the private subnet.</param>
public sealed record ZoneSubnets(char Zone, Ipv4Cidr Public, Ipv4Cidr Private);
