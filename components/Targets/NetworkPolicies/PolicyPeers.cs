using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Targets;

/// <summary>Whom a network policy lets through.</summary>
internal static class PolicyPeers
{
    // Addresses that are no part of the internet: private networks, and the node's own services (credentials among them).
    private static readonly string[] s_notInternet = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"];

    public static NetworkPolicyPeerArgs Pods(string space, string workload) =>
        new()
        {
            NamespaceSelector = new LabelSelectorArgs { MatchLabels = { ["kubernetes.io/metadata.name"] = space } },
            PodSelector = new LabelSelectorArgs { MatchLabels = { ["app"] = workload } },
        };

    public static NetworkPolicyPeerArgs Range(Ipv4Cidr range) => new() { IpBlock = new IPBlockArgs { Cidr = range.ToString() } };

    public static NetworkPolicyPeerArgs Internet() =>
        new()
        {
            IpBlock = new IPBlockArgs { Cidr = "0.0.0.0/0", Except = s_notInternet },
        };
}
