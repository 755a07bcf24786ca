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

    private static readonly string[] s_sources =
    [
        "service.beta.kubernetes.io/load-balancer-source-ranges",
        "alb.ingress.kubernetes.io/inbound-cidrs",
    ];

    /// <summary>NET001: a public load balancer has a reason, whatever asks for it: a Service, an Ingress or its class, a gateway.</summary>
    public static Policy NoPublicLoadBalancer { get; } =
        Policy.OnEach(
            "NET001",
            "what the internet can reach, it attacks",
            "Expose it internally, or let in the ranges of those who use it.",
            resource =>
                Schemes(resource)
                    .Where(scheme => scheme.Text == "internet-facing" && !IsNarrow(resource))
                    .Select(scheme => (scheme, "is 'internet-facing', for any address"))
        );

    /// <summary>NET002: a security group lets in named ranges.</summary>
    public static Policy NoOpenSecurityGroup { get; } =
        Policy.OnEach("NET002", "a security group open to all is none", "List the ranges or security groups that connect.", resource =>
            resource.Type switch
            {
                "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" => Open(
                    resource.Inputs["ingress"].Items.SelectMany(Ranges)
                ),
                "aws:ec2/securityGroupRule:SecurityGroupRule" when resource.Inputs["type"].Text != "egress" => Open(
                    Ranges(resource.Inputs)
                ),
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" => Open([
                    resource.Inputs["cidrIpv4"],
                    resource.Inputs["cidrIpv6"],
                ]),
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
                : Open(resource.Inputs["publicAccessCidrs"].Items)
        );

    // A gateway's load balancer is described beside it; the annotations of its infrastructure go to what a controller makes for it.
    private static IEnumerable<PropertyNode> Schemes(RegisteredResource resource) =>
        Annotations(resource, s_schemes)
            .Concat(resource.Kind is "LoadBalancerConfiguration" or "IngressClassParams" ? [resource.Inputs["spec"]["scheme"]] : []);

    private static IEnumerable<PropertyNode> Annotations(RegisteredResource resource, string[] names) =>
        new[] { resource.Inputs["metadata"]["annotations"], resource.Inputs["spec"]["infrastructure"]["annotations"] }.SelectMany(
            annotations => names.Select(name => annotations[name])
        );

    private static IEnumerable<PropertyNode> Ranges(PropertyNode rule) => rule["cidrBlocks"].Items.Concat(rule["ipv6CidrBlocks"].Items);

    // Each range that is the whole internet; else the first one of those that are a large part of it together.
    private static List<(PropertyNode, string)> Open(IEnumerable<PropertyNode> ranges)
    {
        var list = ranges.Where(range => range.Text is not null).ToList();
        var whole = list.Where(range => s_anyone.Contains(range.Text)).Select(range => (range, $"is {range.Text}")).ToList();
        return whole.Count > 0 ? whole
            : AddressRanges.CoverTheInternet(list.Select(range => range.Text))
                ? [(list[0], $"is {string.Join(" with ", list.Select(range => range.Text))}: a large part of the internet")]
            : [];
    }

    private static bool IsNarrow(RegisteredResource resource)
    {
        var spec = resource.Inputs["spec"];
        var ranges = new[] { spec["loadBalancerSourceRanges"], spec["sourceRanges"], spec["inboundCIDRs"] }
            .SelectMany(list => list.Items.Select(range => range.Text))
            .Concat(
                Annotations(resource, s_sources)
                    .SelectMany(list =>
                        (list.Text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    )
            )
            .ToList();
        return ranges.Count > 0 && !AddressRanges.CoverTheInternet(ranges);
    }
}
