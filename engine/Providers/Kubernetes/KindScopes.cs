using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Which kinds live in namespaces. Kinds of the program's own CustomResourceDefinitions are learnt as these are met.</summary>
internal sealed class KindScopes
{
    private static readonly HashSet<(string Group, string Kind)> ClusterScoped =
    [
        ("", "Namespace"),
        ("", "Node"),
        ("", "PersistentVolume"),
        ("", "ComponentStatus"),
        ("admissionregistration.k8s.io", "MutatingAdmissionPolicy"),
        ("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding"),
        ("admissionregistration.k8s.io", "MutatingWebhookConfiguration"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
        ("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"),
        ("apiextensions.k8s.io", "CustomResourceDefinition"),
        ("apiregistration.k8s.io", "APIService"),
        ("auditregistration.k8s.io", "AuditSink"),
        ("authentication.k8s.io", "SelfSubjectReview"),
        ("authentication.k8s.io", "TokenReview"),
        ("authorization.k8s.io", "SelfSubjectAccessReview"),
        ("authorization.k8s.io", "SelfSubjectRulesReview"),
        ("authorization.k8s.io", "SubjectAccessReview"),
        ("certificates.k8s.io", "CertificateSigningRequest"),
        ("certificates.k8s.io", "ClusterTrustBundle"),
        ("extensions", "PodSecurityPolicy"),
        ("policy", "PodSecurityPolicy"),
        ("flowcontrol.apiserver.k8s.io", "FlowSchema"),
        ("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration"),
        ("internal.apiserver.k8s.io", "StorageVersion"),
        ("networking.k8s.io", "IngressClass"),
        ("networking.k8s.io", "IPAddress"),
        ("networking.k8s.io", "ClusterCIDR"),
        ("networking.k8s.io", "ServiceCIDR"),
        ("node.k8s.io", "RuntimeClass"),
        ("rbac.authorization.k8s.io", "ClusterRole"),
        ("rbac.authorization.k8s.io", "ClusterRoleBinding"),
        ("resource.k8s.io", "DeviceClass"),
        ("resource.k8s.io", "DeviceTaintRule"),
        ("resource.k8s.io", "ResourceSlice"),
        ("scheduling.k8s.io", "PriorityClass"),
        ("settings.k8s.io", "PodPreset"),
        ("storage.k8s.io", "CSIDriver"),
        ("storage.k8s.io", "CSINode"),
        ("storage.k8s.io", "StorageClass"),
        ("storage.k8s.io", "VolumeAttachment"),
        ("storage.k8s.io", "VolumeAttributesClass"),
        ("storagemigration.k8s.io", "StorageVersionMigration"),
        // What this platform installs beside Kubernetes: the Gateway API, the load balancer controller, Karpenter and EKS Auto Mode.
        ("gateway.networking.k8s.io", "GatewayClass"),
        ("elbv2.k8s.aws", "IngressClassParams"),
        ("eks.amazonaws.com", "IngressClassParams"),
        ("karpenter.sh", "NodePool"),
        ("karpenter.sh", "NodeClaim"),
        ("karpenter.k8s.aws", "EC2NodeClass"),
        ("eks.amazonaws.com", "NodeClass"),
        ("cert-manager.io", "ClusterIssuer"),
    ];

    private const string PatchSuffix = "Patch";

    private readonly ConcurrentDictionary<(string Group, string Kind), bool> _learnt = new();

    /// <summary>A kind that nothing is known of is taken as namespaced.</summary>
    public bool IsNamespaced(ObjectKind kind)
    {
        var key = (kind.Group, kind.Kind);
        if (_learnt.TryGetValue(key, out var namespaced))
        {
            return namespaced;
        }

        var plain = kind.Kind.EndsWith(PatchSuffix, StringComparison.Ordinal) ? kind.Kind[..^PatchSuffix.Length] : kind.Kind;
        return !ClusterScoped.Contains(key) && !ClusterScoped.Contains((kind.Group, plain));
    }

    public void Learn(ObjectKind kind, bool isNamespaced) => _learnt[(kind.Group, kind.Kind)] = isNamespaced;

    public void Learn(PropertyMap definition)
    {
        var spec = definition.Map("spec");
        if (spec.Text("group") is { } group && spec.Map("names").Text("kind") is { } kind && spec.Text("scope") is { } scope)
        {
            _learnt[(group, kind)] = scope != "Cluster";
        }
    }
}
