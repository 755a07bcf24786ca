using Components.Identity;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Provider = Pulumi.Kubernetes.Provider;

namespace Components.Platform;

/// <summary>The AWS Load Balancer Controller: what makes load balancers for Services and Ingresses where Auto Mode does not. EKS has no
/// add-on of it.</summary>
internal static class LoadBalancerController
{
    private const string ServiceAccount = "aws-load-balancer-controller";

    public static Resource Install(EksCluster cluster, EksClusterArgs args, Provider provider)
    {
        var identity = new PodIdentity(
            $"{cluster.Name}-load-balancers",
            new()
            {
                ClusterName = cluster.Name,
                Namespace = "kube-system",
                ServiceAccount = ServiceAccount,
                Uses = LoadBalancerRights.In(AwsPartition.Of(args.Region)),
            },
            new() { Parent = cluster, DependsOn = cluster.Made }
        );
        return new Release(
            $"{cluster.Name}-load-balancers",
            new ReleaseArgs
            {
                Name = ServiceAccount,
                Namespace = "kube-system",
                Chart = "aws-load-balancer-controller",
                Version = "3.5.0",
                RepositoryOpts = new RepositoryOptsArgs { Repo = "https://aws.github.io/eks-charts" },
                Values =
                {
                    ["clusterName"] = cluster.Name,

                    // Nodes' metadata is out of reach of pods (hop limit 1), where it would look these up.
                    ["region"] = args.Region,
                    ["vpcId"] = args.Network.Vpc.Id.Apply(id => (object)id),
                    ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount },
                    ["replicaCount"] = 2,

                    // Left out of its rights: nothing here asks for a firewall, and it would ask AWS about one for each load balancer.
                    ["enableShield"] = false,
                    ["enableWaf"] = false,
                    ["enableWafv2"] = false,
                },
            },
            new()
            {
                Parent = cluster,
                Provider = provider,
                DependsOn = { identity },
            }
        );
    }
}
