using Pulumi;

namespace Components.Platform;

/// <summary>What managed nodes need and Auto Mode has built in: networking before the first node, what runs in pods after it.</summary>
internal static class NodeAddOns
{
    /// <summary>What must be there before nodes can become ready.</summary>
    public static IReadOnlyList<Resource> BeforeNodes(EksCluster cluster, EksClusterArgs args)
    {
        var installer = new AddOnInstaller(cluster, args);
        var agent = installer.Install("eks-pod-identity-agent", cluster.Made);
        return
        [
            agent,
            installer.Install("kube-proxy", cluster.Made),
            installer.Install(
                "vpc-cni",
                cluster.Made.Concat(agent),
                new { enableNetworkPolicy = "true" },
                serviceAccount: "aws-node",
                managedPolicies: ["AmazonEKS_CNI_Policy"]
            ),
        ];
    }

    /// <summary>What pods need, and needs nodes to run on.</summary>
    public static IReadOnlyList<Resource> OnNodes(EksCluster cluster, EksClusterArgs args, InputList<Resource> nodes)
    {
        var installer = new AddOnInstaller(cluster, args);
        return
        [
            installer.Install("coredns", nodes),
            // Without it only nodes that answer no more are repaired; it also sees disks, networks and accelerators fail.
            installer.Install("eks-node-monitoring-agent", nodes),
            installer.Install(
                "aws-ebs-csi-driver",
                nodes,
                serviceAccount: "ebs-csi-controller-sa",
                managedPolicies: ["service-role/AmazonEBSCSIDriverPolicy"]
            ),
        ];
    }
}
