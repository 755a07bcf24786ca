using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Deletes objects of a cluster, and waits until they are gone.</summary>
internal sealed class ObjectRemoval(ApiObjects objects, IProviderHost host, ReadinessWait wait)
{
    private static readonly HashSet<string> SkippingKinds =
    [
        "Namespace",
        "Pod",
        "ReplicationController",
        "DaemonSet",
        "Deployment",
        "StatefulSet",
        "Job",
    ];

    /// <returns>True when the object was there.</returns>
    public async Task<bool> RunAsync(ObjectDelete delete, CancellationToken cancel, CancellationToken cancellation)
    {
        if (delete.IsPatch)
        {
            return await GiveUpFieldsAsync(delete, cancellation);
        }

        var deletion = await objects.DeleteAsync(delete.Identity, Propagation.Of(delete.Identity.Kind, delete.Known), cancellation);
        if (deletion == Deletion.Begun && !(WaitAnnotations.SkipsWait(delete.Known) && SkippingKinds.Contains(delete.Identity.Kind.Kind)))
        {
            await wait.UntilGoneAsync(objects, delete, cancel, cancellation);
        }

        return deletion != Deletion.NotThere;
    }

    // A manifest without fields gives up all that were applied before.
    private async Task<bool> GiveUpFieldsAsync(ObjectDelete delete, CancellationToken cancellation)
    {
        if (await objects.FindAsync(delete.Identity, cancellation) is null)
        {
            return false;
        }

        var metadata = PropertyMap.Of(("name", delete.Identity.Name));
        await objects.ApplyAsync(
            delete.Identity,
            PropertyMap.Of(
                ("apiVersion", delete.Identity.Kind.ApiVersion),
                ("kind", delete.Identity.Kind.Kind),
                ("metadata", delete.Identity.Namespace is { } space ? metadata.With("namespace", space) : metadata)
            ),
            new ApplyMode(delete.FieldManager),
            warning => host.Log(Severity.Warning, warning, delete.Urn),
            cancellation
        );
        return true;
    }
}
