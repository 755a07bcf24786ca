using Components.Policies;

namespace Infra.Policies;

/// <summary>Rules over what can be reached from the internet.</summary>
public static class NetworkPolicies
{
    private static readonly string[] s_anyone = ["0.0.0.0/0", "::/0"];

    private static readonly string[] s_schemes =
    [
        "service.beta.kubernetes.io/aws-load-balancer-scheme",
        "alb.ingress.kubernetes.io/scheme",
    ];

    /// <summary>NET001: a public load balancer has a reason.</summary>
    public static Policy NoPublicLoadBalancer { get; } =
        Policy.OnEach(
            "NET001",
            "what the internet can reach, it attacks",
            "Expose it internally, or let in the ranges of those who use it.",
            resource =>
                s_schemes
                    .Select(scheme => resource.Inputs["metadata"]["annotations"][scheme])
                    .Where(scheme => scheme.Text == "internet-facing" && !IsNarrow(resource))
                    .Select(scheme => (scheme, "is 'internet-facing', for any address"))
        );

    /// <summary>NET002: a security group lets in named ranges.</summary>
    public static Policy NoOpenSecurityGroup { get; } =
        Policy.OnEach("NET002", "a security group open to all is none", "List the ranges or security groups that connect.", resource =>
            resource.Type switch
            {
                "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" => resource
                    .Inputs["ingress"]
                    .Items.SelectMany(Open),
                "aws:ec2/securityGroupRule:SecurityGroupRule" when resource.Inputs["type"].Text != "egress" => Open(resource.Inputs),
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" => new[]
                {
                    resource.Inputs["cidrIpv4"],
                    resource.Inputs["cidrIpv6"],
                }
                    .Where(range => s_anyone.Contains(range.Text))
                    .Select(range => (range, $"is {range.Text}")),
                _ => [],
            }
        );

    /// <summary>NET003: the Kubernetes API is private, or open to named ranges.</summary>
    public static Policy NoOpenClusterEndpoint { get; } =
        Policy.OnEach(
            "NET003",
            "a stolen token works from anywhere when the API answers anyone",
            "Set platform:cluster endpoint to private, or to publicFrom with the ranges of offices and runners.",
            resource =>
                resource.Type is not "eks:index:Cluster" || resource.Inputs["endpointPublicAccess"].Flag == false ? []
                : resource.Inputs["publicAccessCidrs"].IsAbsent ? [(resource.Inputs["publicAccessCidrs"], "is not set: anyone may connect")]
                : resource
                    .Inputs["publicAccessCidrs"]
                    .Items.Where(range => s_anyone.Contains(range.Text))
                    .Select(range => (range, $"is {range.Text}"))
        );

    private static IEnumerable<(PropertyNode, string)> Open(PropertyNode rule) =>
        rule["cidrBlocks"]
            .Items.Concat(rule["ipv6CidrBlocks"].Items)
            .Where(range => s_anyone.Contains(range.Text))
            .Select(range => (range, $"is {range.Text}"));

    private static bool IsNarrow(RegisteredResource resource)
    {
        var ranges = resource
            .Inputs["spec"]["loadBalancerSourceRanges"]
            .Items.Select(range => range.Text)
            .Concat(
                (resource.Inputs["metadata"]["annotations"]["alb.ingress.kubernetes.io/inbound-cidrs"].Text ?? "").Split(
                    ',',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            .ToList();
        return ranges.Count > 0 && !ranges.Intersect(s_anyone).Any();
    }
}
