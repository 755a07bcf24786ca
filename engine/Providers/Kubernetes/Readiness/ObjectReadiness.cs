using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>What is waited for, by kind, as the published provider does.</summary>
internal static class ObjectReadiness
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForVolumes = TimeSpan.FromMinutes(5);

    /// <summary>Null for what is ready as soon as it is there, and for what is not to be waited for.</summary>
    public static IReadiness? Of(PropertyMap manifest, ObjectKind kind, WaitPace pace)
    {
        if (WaitAnnotations.SkipsWait(manifest))
        {
            return null;
        }

        return WaitAnnotations.WaitFor(manifest) is { } stated ? StatedReadiness.Of(stated) : Of(kind, manifest, pace);
    }

    private static IReadiness? Of(ObjectKind kind, PropertyMap manifest, WaitPace pace) =>
        (kind.Group, kind.Kind) switch
        {
            ("apps" or "extensions", "Deployment") => new StatusReadiness(WorkloadStatus.Deployment, runsPods: true),
            ("apps", "StatefulSet") => new StatusReadiness(WorkloadStatus.StatefulSet, runsPods: true),
            ("apps" or "extensions", "DaemonSet") => new StatusReadiness(WorkloadStatus.DaemonSet, runsPods: true),
            ("", "ReplicationController") => new StatusReadiness(WorkloadStatus.ReplicationController),
            ("batch", "Job") => new StatusReadiness(RunStatus.Job, runsPods: true),
            ("", "Pod") => new StatusReadiness(RunStatus.Pod),
            ("", "Service") => new ServiceReadiness(pace.Quiet),
            ("networking.k8s.io" or "extensions", "Ingress") => new StatusReadiness(SupplyStatus.Ingress),
            ("", "PersistentVolumeClaim") => new ClaimReadiness(),
            ("", "PersistentVolume") => new StatusReadiness(SupplyStatus.Volume, ForVolumes),
            ("", "ResourceQuota") => new StatusReadiness(SupplyStatus.Quota, Short),
            ("", "Secret") when manifest.Text("type") == "kubernetes.io/service-account-token" => new StatusReadiness(
                SupplyStatus.TokenSecret,
                Short
            ),
            ("apiextensions.k8s.io", "CustomResourceDefinition") => new StatusReadiness(SupplyStatus.Definition, Short),
            _ => null,
        };
}
