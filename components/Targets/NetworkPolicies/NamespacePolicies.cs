using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Targets;

/// <summary>Renders the policies that every namespace begins with.</summary>
internal static class NamespacePolicies
{
    public static NetworkPolicyArgs DefaultDeny(Input<string> space) =>
        Policy(
            space,
            "default-deny",
            new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs(), PolicyTypes = { "Ingress", "Egress" } }
        );

    // To any address: in EKS Auto Mode the node serves DNS, so that a selector of pods would match nothing.
    public static NetworkPolicyArgs Dns(Input<string> space) =>
        Policy(
            space,
            "dns",
            new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs(),
                PolicyTypes = { "Egress" },
                Egress = { new NetworkPolicyEgressRuleArgs { Ports = { PolicyPorts.Udp(53), PolicyPorts.Tcp(53) } } },
            }
        );

    public static NetworkPolicyArgs Policy(Input<string> space, Input<string> name, NetworkPolicySpecArgs spec) =>
        new()
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = space },
            Spec = spec,
        };
}
