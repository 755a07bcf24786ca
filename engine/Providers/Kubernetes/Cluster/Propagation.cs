using Engine.Contract;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// What happens at a deletion to the objects that the deleted one owns. In the foreground they go first, and the object stays until the
/// garbage collector has seen to it, which takes it a moment for each object even where there is nothing to see to. In the background the
/// object goes at once, or as soon as the controllers that hold it by a finalizer (a load balancer's) have done their part.
/// </summary>
internal static class Propagation
{
    public const string Foreground = "Foreground";
    public const string Background = "Background";
    public const string Orphan = "Orphan";

    private const string Annotation = "pulumi.com/deletionPropagationPolicy";

    /// <summary>Kinds whose objects own nothing that runs or that holds data. A Service owns its EndpointSlices, which say nothing without
    /// it. Any other kind may own something that whoever deletes it has to wait for: a Deployment its pods, a custom object whatever its
    /// controller has made.</summary>
    private static readonly HashSet<(string Group, string Kind)> OwnsNothing =
    [
        ("", "ConfigMap"),
        ("", "Endpoints"),
        ("", "LimitRange"),
        ("", "ResourceQuota"),
        ("", "Secret"),
        ("", "Service"),
        ("", "ServiceAccount"),
        ("admissionregistration.k8s.io", "MutatingWebhookConfiguration"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
        ("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"),
        ("autoscaling", "HorizontalPodAutoscaler"),
        ("coordination.k8s.io", "Lease"),
        ("discovery.k8s.io", "EndpointSlice"),
        ("networking.k8s.io", "IngressClass"),
        ("networking.k8s.io", "NetworkPolicy"),
        ("node.k8s.io", "RuntimeClass"),
        ("policy", "PodDisruptionBudget"),
        ("rbac.authorization.k8s.io", "ClusterRole"),
        ("rbac.authorization.k8s.io", "ClusterRoleBinding"),
        ("rbac.authorization.k8s.io", "Role"),
        ("rbac.authorization.k8s.io", "RoleBinding"),
        ("scheduling.k8s.io", "PriorityClass"),
        ("storage.k8s.io", "StorageClass"),
    ];

    /// <param name="kind">The object's kind.</param>
    /// <param name="known">The object, whose annotation has the last word.</param>
    public static string Of(ObjectKind kind, PropertyMap known) =>
        known.Map("metadata").Map("annotations").Text(Annotation)?.ToLowerInvariant() switch
        {
            "background" => Background,
            "foreground" => Foreground,
            "orphan" => Orphan,
            _ => OwnsNothing.Contains((kind.Group, kind.Kind)) ? Background : Foreground,
        };
}
