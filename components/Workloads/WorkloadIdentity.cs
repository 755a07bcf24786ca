using Components.Identity;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Workloads;

/// <summary>
/// Gives a workload that uses something in AWS a service account, the rights of that, and the way to its credentials and to AWS. In a
/// folder of YAML the
/// rights are missing: they are made with the cluster.
/// </summary>
internal static class WorkloadIdentity
{
    // The pod identity agent of the node.
    private const string Agent = "169.254.170.23/32";

    /// <summary>Declares it.</summary>
    /// <returns>The service account of the pods, once all that they need is there; null for a workload that uses nothing.</returns>
    public static Output<string>? Declare(ServiceReference workload, WorkloadArgs args, Resource parent)
    {
        if (args.Uses.Count == 0)
        {
            return null;
        }

        var options = new CustomResourceOptions { Parent = parent };
        var account = new ServiceAccount(
            workload.ToString(),
            new ServiceAccountArgs
            {
                Metadata = new ObjectMetaArgs { Name = workload.Name, Namespace = args.Namespace.Name },
                AutomountServiceAccountToken = false,
            },
            options
        );
        _ = new NetworkPolicy(
            $"{workload}-identity",
            NamespacePolicies.Policy(
                args.Namespace.Name,
                $"{workload.Name}-identity",
                new NetworkPolicySpecArgs
                {
                    PodSelector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.App(workload.Name) },
                    PolicyTypes = { "Egress" },
                    Egress =
                    {
                        new NetworkPolicyEgressRuleArgs
                        {
                            To = { new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = Agent } } },
                            Ports = { PolicyPorts.Tcp(80) },
                        },
                        // AWS answers at addresses of the internet, and where the network has an endpoint for a service, of the network.
                        new NetworkPolicyEgressRuleArgs
                        {
                            To = { PolicyPeers.Internet(), PolicyPeers.Range(args.Namespace.Target.Network) },
                            Ports = { PolicyPorts.Tcp(443) },
                        },
                    },
                }
            ),
            options
        );
        var name = account.Metadata.Apply(metadata => metadata.Name);
        return args.Namespace.Target.ClusterName is not { } cluster
            ? name
            : new PodIdentity(
                workload.ToString(),
                new PodIdentityArgs
                {
                    ClusterName = cluster,
                    Namespace = args.Namespace.Name,
                    ServiceAccount = name,
                    Uses = [.. args.Uses.SelectMany(grants => grants)],
                },
                new ComponentResourceOptions { Parent = parent }
            ).ServiceAccount;
    }
}
