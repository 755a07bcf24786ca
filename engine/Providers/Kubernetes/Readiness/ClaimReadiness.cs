using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>A PersistentVolumeClaim is ready when it is bound, or when it will be as soon as a pod needs it.</summary>
internal sealed class ClaimReadiness : IReadiness
{
    private static readonly ObjectKind StorageClass = new("storage.k8s.io/v1", "StorageClass");

    public TimeSpan Timeout => TimeSpan.FromMinutes(5);

    public async Task<ReadyState> CheckAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation)
    {
        switch (live.Map("status").Text("phase"))
        {
            case "Bound":
                return ReadyState.Ready;
            case "Lost":
                return ReadyState.Failed("the volume that it was bound to is gone");
        }

        if (live.Map("spec").Text("storageClassName") is not { Length: > 0 } name)
        {
            return ReadyState.Waiting("it names no storage class, and no volume fits it yet");
        }

        var storage = await objects.FindAsync(new ObjectIdentity(StorageClass, null, name), cancellation);
        return storage is null
            ? ReadyState.Waiting($"there is no storage class '{name}'")
            : ReadyState.When(storage.Text("volumeBindingMode") == "WaitForFirstConsumer", $"no volume of class '{name}' yet");
    }
}
