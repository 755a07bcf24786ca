using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Provider = Pulumi.Kubernetes.Provider;

namespace Components.Platform;

/// <summary>What a cluster needs inside before the first workload: nodes to get, policies in force, a class for volumes and one for
/// Ingresses.</summary>
internal static class ClusterObjects
{
    public static IReadOnlyList<Resource> Make(EksCluster cluster, Provider provider)
    {
        var options = new CustomResourceOptions { Parent = cluster, Provider = provider };
        var storage = StorageClass(
            $"{cluster.Name}-gp3",
            cluster.Compute is AutoMode ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com",
            options
        );
        return cluster.Compute is AutoMode auto
            ?
            [
                storage,
                new NodePool($"{cluster.Name}-workloads", auto, options),
                EnforceNetworkPolicies(cluster.Name, options),
                IngressClass(cluster.Name, options),
            ]
            : [storage];
    }

    // Zones: a volume is made where its pod is placed, for it cannot move.
    private static StorageClass StorageClass(string name, string provisioner, CustomResourceOptions options) =>
        new(
            name,
            new()
            {
                Metadata = new ObjectMetaArgs { Name = "gp3", Annotations = { ["storageclass.kubernetes.io/is-default-class"] = "true" } },
                Provisioner = provisioner,
                Parameters = { ["type"] = "gp3", ["encrypted"] = "true" },
                VolumeBindingMode = "WaitForFirstConsumer",
                AllowVolumeExpansion = true,
                ReclaimPolicy = "Delete",
            },
            options
        );

    // Without it NetworkPolicies are accepted, and do nothing.
    private static ConfigMap EnforceNetworkPolicies(string name, CustomResourceOptions options) =>
        new(
            $"{name}-network-policies",
            new()
            {
                Metadata = new ObjectMetaArgs { Name = "amazon-vpc-cni", Namespace = "kube-system" },
                Data = { ["enable-network-policy-controller"] = "true" },
            },
            options
        );

    private static IngressClass IngressClass(string name, CustomResourceOptions options) =>
        new(
            $"{name}-alb",
            new()
            {
                Metadata = new ObjectMetaArgs { Name = "alb" },
                Spec = new IngressClassSpecArgs { Controller = "eks.amazonaws.com/alb" },
            },
            options
        );
}
