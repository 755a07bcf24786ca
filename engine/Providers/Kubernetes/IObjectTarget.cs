using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Where objects are: a folder of YAML files, or a cluster. Manifests come with secrets and <c>x_kubernetes_*</c> keys as the
/// state has them.</summary>
internal interface IObjectTarget : IAsyncDisposable
{
    /// <summary>The namespace of objects that name none.</summary>
    string DefaultNamespace { get; }

    /// <summary>The resource that has the object already, or null when it is now the given resource's.</summary>
    Urn? Claim(ObjectIdentity identity, Urn urn);

    /// <summary>Whether the kind lives in namespaces; null where that cannot be told.</summary>
    Task<bool?> IsNamespacedAsync(ObjectKind kind, CancellationToken cancellation);

    /// <summary>Why the object, whose inputs have not changed, is not what they say: removed, or changed by hand. Null when it is, or when
    /// that is only seen by reading it.</summary>
    string? FindDrift(ObjectIdentity identity, PropertyMap inputs);

    /// <summary>Asks whether the object would be accepted as it is to be, where that can be asked; changes nothing.</summary>
    Task PreviewAsync(ObjectWrite write, CancellationToken cancellation);

    Task<ObjectOutcome> CreateAsync(ObjectWrite write, CancellationToken cancellation);

    Task<ObjectOutcome> UpdateAsync(ObjectWrite write, CancellationToken cancellation);

    /// <returns>Null when there is no such object, or, when it is looked for to be adopted, none that this program made.</returns>
    Task<ObjectOutcome?> ReadAsync(ObjectRead read, CancellationToken cancellation);

    Task DeleteAsync(ObjectDelete delete, CancellationToken cancellation);

    /// <summary>Ends running waits soon.</summary>
    void Cancel();
}
