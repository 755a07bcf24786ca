using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Targets;

/// <summary>Renders the network policies of connections, one for each side.</summary>
internal static class ConnectionPolicies
{
    /// <summary>The caller's side: out to all that it calls.</summary>
    public static NetworkPolicyArgs Egress(ServiceReference caller, Input<string> space, IReadOnlyList<ICallee> callees)
    {
        var spec = new NetworkPolicySpecArgs { PodSelector = Pods(caller), PolicyTypes = { "Egress" } };
        foreach (var callee in callees)
        {
            var peer = callee.Service is { } service ? PolicyPeers.Pods(service.Namespace, service.Name) : PolicyPeers.Internet();
            var rule = new NetworkPolicyEgressRuleArgs { To = { peer } };
            foreach (var port in callee.Ports)
            {
                rule.Ports.Add(PolicyPorts.Tcp(port));
            }

            spec.Egress.Add(rule);
        }

        return NamespacePolicies.Policy(space, $"{caller.Name}-calls", spec);
    }

    /// <summary>The callee's side: in from one caller.</summary>
    public static NetworkPolicyArgs Ingress(ServiceReference caller, ServiceReference service, IEnumerable<Port> ports, Input<string> space)
    {
        var rule = new NetworkPolicyIngressRuleArgs { From = { PolicyPeers.Pods(caller.Namespace, caller.Name) } };
        foreach (var port in ports)
        {
            rule.Ports.Add(PolicyPorts.Tcp(port));
        }

        return NamespacePolicies.Policy(
            space,
            IngressName(caller, service),
            new NetworkPolicySpecArgs
            {
                PodSelector = Pods(service),
                PolicyTypes = { "Ingress" },
                Ingress = { rule },
            }
        );
    }

    /// <summary>In from a load balancer or, for a port of every node, from a node: their addresses are those of the network.</summary>
    public static NetworkPolicyArgs FromLoadBalancer(
        ServiceReference service,
        Input<string> space,
        Ipv4Cidr network,
        IEnumerable<Port> ports
    )
    {
        var rule = new NetworkPolicyIngressRuleArgs { From = { PolicyPeers.Range(network) } };
        foreach (var port in ports.Distinct())
        {
            rule.Ports.Add(PolicyPorts.Tcp(port));
        }

        return NamespacePolicies.Policy(
            space,
            $"{service.Name}-from-load-balancer",
            new NetworkPolicySpecArgs
            {
                PodSelector = Pods(service),
                PolicyTypes = { "Ingress" },
                Ingress = { rule },
            }
        );
    }

    public static string IngressName(ServiceReference caller, ServiceReference callee) =>
        caller.Namespace == callee.Namespace ? $"{callee.Name}-from-{caller.Name}" : $"{callee.Name}-from-{caller.Namespace}-{caller.Name}";

    private static LabelSelectorArgs Pods(ServiceReference service) => new() { MatchLabels = { ["app"] = service.Name } };
}
