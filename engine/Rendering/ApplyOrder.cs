using Engine.Providers.Kubernetes;

namespace Engine.Rendering;

/// <summary>The order in which objects can be applied: what others need comes first.</summary>
internal static class ApplyOrder
{
    private static readonly string[] First =
    [
        "CustomResourceDefinition",
        "Namespace",
        "PriorityClass",
        "StorageClass",
        "IngressClass",
        "GatewayClass",
        "ResourceQuota",
        "LimitRange",
        "ServiceAccount",
        "ClusterRole",
        "Role",
        "ClusterRoleBinding",
        "RoleBinding",
        "NetworkPolicy",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "ConfigMap",
        "Secret",
        "Service",
    ];

    private static readonly string[] Last = ["PodDisruptionBudget", "HorizontalPodAutoscaler", "Ingress"];

    public static int Of(ObjectKind kind)
    {
        var first = Array.IndexOf(First, kind.Kind);
        return first >= 0 ? first : First.Length + 1 + Array.IndexOf(Last, kind.Kind);
    }
}
