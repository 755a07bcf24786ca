using Pulumi;

namespace Infra.Tests.Stacks;

/// <summary>Destroy goes against the order in which things were made: workloads, what they stand on, the cluster, the network.</summary>
public sealed class DestroyOrderTests
{
    // What must be there before a node is of use, an object can be made, or a load balancer be taken down, by the start of its type.
    private static readonly string[] s_below =
    [
        "eks:index:Cluster",
        "aws:eks/accessEntry:",
        "aws:eks/accessPolicyAssociation:",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment platform-prod-control-plane",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment platform-prod-nodes",
        "aws:cloudwatch/logGroup:LogGroup platform-prod-logs",
        "aws:ec2/vpc:",
        "aws:ec2/subnet:",
        "aws:ec2/natGateway:",
        "aws:ec2/route:",
        "aws:ec2/routeTableAssociation:",
        "aws:ec2/internetGateway:",
    ];

    [Theory]
    [InlineData(false, "karpenter.sh/v1:NodePool", "core/v1:ConfigMap platform-prod-network-policies", "networking.k8s.io/v1:IngressClass")]
    [InlineData(true, "aws:eks/nodeGroup:", "helm.sh/v3:Release platform-prod-load-balancers")]
    public async Task Workloads_go_before_controllers_and_nodes_these_before_the_cluster_and_that_before_the_network(
        bool nodeGroups,
        params string[] controllers
    )
    {
        var graph = await DependencyGraph.OfAsync("prod", nodeGroups ? StackText.Of("prod").WithNodeGroups() : StackText.Of("prod"));
        var objects = graph
            .Resources.Where(resource => resource.GetResourceType().StartsWith("kubernetes:", StringComparison.Ordinal))
            .ToList();
        var workloads = objects
            .Where(resource => !resource.GetResourceName().StartsWith("platform-prod", StringComparison.Ordinal))
            .ToList();
        workloads.Count.ShouldBeGreaterThan(90);

        Require(graph, objects, s_below);
        Require(graph, workloads, [.. controllers, "storage.k8s.io/v1:StorageClass", "aws:eks/addon:"]);
    }

    [Fact]
    public async Task Nodes_come_after_their_network_plugin_and_before_what_runs_on_them()
    {
        var graph = await DependencyGraph.OfAsync("prod", StackText.Of("prod").WithNodeGroups());
        Require(
            graph,
            All("aws:eks/nodeGroup:"),
            [
                "aws:eks/addon:Addon platform-prod-vpc-cni",
                "aws:eks/addon:Addon platform-prod-kube-proxy",
                "aws:eks/addon:Addon platform-prod-eks-pod-identity-agent",
            ]
        );
        Require(graph, All("aws:eks/addon:Addon platform-prod-coredns"), ["aws:eks/nodeGroup:"]);

        // Its webhook is asked about every Service: one that comes sooner is refused.
        Require(graph, All("aws:eks/addon:Addon platform-prod-external-dns"), ["helm.sh/v3:Release platform-prod-load-balancers"]);

        IReadOnlyList<Resource> All(string start) =>
            [.. graph.Resources.Where(resource => DependencyGraph.Named(resource).StartsWith(start, StringComparison.Ordinal))];
    }

    private static void Require(DependencyGraph graph, IReadOnlyList<Resource> resources, IReadOnlyList<string> before)
    {
        resources.ShouldNotBeEmpty();
        foreach (var start in before)
        {
            var needed = graph
                .Resources.Where(resource =>
                    DependencyGraph
                        .Named(resource)
                        .Replace("kubernetes:", "", StringComparison.Ordinal)
                        .StartsWith(start, StringComparison.Ordinal)
                )
                .ToList();
            needed.ShouldNotBeEmpty(start);
            foreach (var resource in resources)
            {
                var found = graph.Before(resource);
                needed
                    .Where(one => !found.Contains(one))
                    .Select(DependencyGraph.Named)
                    .ShouldBeEmpty($"{DependencyGraph.Named(resource)} does not wait for these");
            }
        }
    }
}
