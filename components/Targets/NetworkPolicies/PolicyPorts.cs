using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Targets;

/// <summary>Ports of network policies. They are those of the pods, not of Services: policies see traffic after its address was
/// translated.</summary>
internal static class PolicyPorts
{
    public static NetworkPolicyPortArgs Tcp(Port port) => new() { Protocol = "TCP", Port = port.Number };

    public static NetworkPolicyPortArgs Udp(Port port) => new() { Protocol = "UDP", Port = port.Number };
}
