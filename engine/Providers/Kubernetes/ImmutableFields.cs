using System.Text.RegularExpressions;

namespace Engine.Providers.Kubernetes;

/// <summary>The fields whose change makes a new object, as the published provider has them.</summary>
internal static class ImmutableFields
{
    private static readonly string[] OfAll = ["metadata.name", "metadata.namespace"];

    private static readonly string[] Selector = ["spec.selector"];

    private static readonly string[] Data = ["data", "binaryData"];

    private static readonly string[] SecretData = ["data", "stringData"];

    private static readonly string[] RoleReference = ["roleRef"];

    private static readonly string[] StatefulSet =
    [
        "spec.podManagementPolicy",
        "spec.revisionHistoryLimit",
        "spec.selector",
        "spec.serviceName",
        "spec.volumeClaimTemplates",
    ];

    /// <value>Only while the Service stays a load balancer: one that becomes or ceases to be one sets and drops its class.</value>
    public const string LoadBalancerClass = "spec.loadBalancerClass";

    private static readonly string[] Job = ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"];

    private static readonly string[] Claim = ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"];

    private static readonly string[] Volume =
    [
        .. new[]
        {
            "awsElasticBlockStore",
            "azureDisk",
            "azureFile",
            "cephfs",
            "cinder",
            "csi",
            "fc",
            "flexVolume",
            "flocker",
            "gcePersistentDisk",
            "glusterfs",
            "hostPath",
            "iscsi",
            "local",
            "nfs",
            "photonPersistentDisk",
            "portworxVolume",
            "quobyte",
            "rbd",
            "scaleIO",
            "storageos",
            "vsphereVolume",
        }.Select(source => "spec." + source),
    ];

    private static readonly string[] Pod =
    [
        .. new[]
        {
            "affinity",
            "automountServiceAccountToken",
            "dnsConfig",
            "dnsPolicy",
            "enableServiceLinks",
            "hostAliases",
            "hostIPC",
            "hostNetwork",
            "hostPID",
            "hostname",
            "imagePullSecrets",
            "nodeName",
            "nodeSelector",
            "overhead",
            "preemptionPolicy",
            "priority",
            "priorityClassName",
            "readinessGates",
            "restartPolicy",
            "runtimeClassName",
            "schedulerName",
            "securityContext",
            "serviceAccount",
            "serviceAccountName",
            "shareProcessNamespace",
            "subdomain",
            "terminationGracePeriodSeconds",
            "volumes",
        }.Select(field => "spec." + field),
        .. from list in new[] { "spec.containers[*].", "spec.initContainers[*]." }
        from field in new[]
        {
            "args",
            "command",
            "env",
            "imagePullPolicy",
            "lifecycle",
            "livenessProbe",
            "ports",
            "readinessProbe",
            "resources",
            "securityContext",
            "stdin",
            "stdinOnce",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "tty",
            "volumeDevices",
            "volumeMounts",
            "workingDir",
        }
        select list + field,
    ];

    public static IReadOnlyList<string> Of(ObjectKind kind, bool dataIsMutable)
    {
        string[] own = (kind.Group, kind.Kind) switch
        {
            ("apps", "Deployment" or "DaemonSet") when kind.ApiVersion != "apps/v1beta1" => Selector,
            ("apps", "StatefulSet") => StatefulSet,
            ("batch", "Job") => Job,
            ("", "PersistentVolumeClaim") => Claim,
            ("", "PersistentVolume") => Volume,
            ("", "Pod") => Pod,
            ("", "Service") => ["spec.clusterIP", LoadBalancerClass],
            ("", "ResourceQuota") => ["spec.scopes"],
            ("", "ConfigMap") => dataIsMutable ? [] : Data,
            ("", "Secret") => dataIsMutable ? ["type"] : ["type", .. SecretData],
            ("storage.k8s.io", "StorageClass") => ["parameters", "provisioner"],
            ("rbac.authorization.k8s.io", "RoleBinding" or "ClusterRoleBinding") => RoleReference,
            ("policy", "PodDisruptionBudget") when kind.ApiVersion == "policy/v1beta1" => ["spec"],
            _ => [],
        };
        return [.. OfAll, .. own];
    }

    /// <summary>Whether a change at the path is one of, or inside of, one of the fields. Quoted keys are steps like any other.</summary>
    public static bool Covers(this IReadOnlyList<string> fields, IReadOnlyList<string> path) =>
        fields.Any(field => Covers(Steps(field), path));

    /// <summary>Whether one of the fields is inside of what is at the path: when that is unknown as a whole, so is the field.</summary>
    public static bool AreInside(this IReadOnlyList<string> fields, IReadOnlyList<string> path) =>
        fields.Any(field => Covers([.. path], Steps(field)));

    private static bool Covers(string[] field, IReadOnlyList<string> path) =>
        field.Length <= path.Count && !field.Where((step, i) => step != "*" && step != path[i]).Any();

    private static string[] Steps(string field) => Regex.Replace(field, @"\[(.+?)\]", ".$1").Split('.');
}
