using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Where objects are: a folder of YAML files, or a cluster. Manifests come with secrets and <c>x_kubernetes_*</c> keys as the state has them.</summary>
internal interface IObjectTarget
{
    /// <summary>The namespace of objects that name none.</summary>
    string DefaultNamespace { get; }

    /// <summary>Why the object, whose inputs have not changed, is not what they say: removed, or changed by hand. Null when it is.</summary>
    string? FindDrift(ObjectIdentity identity, PropertyMap inputs);

    /// <returns>The object as it is then.</returns>
    Task<PropertyMap> CreateAsync(ObjectWrite write, CancellationToken cancellation);

    /// <returns>The object as it is then.</returns>
    Task<PropertyMap> UpdateAsync(ObjectWrite write, CancellationToken cancellation);

    /// <returns>Null when there is no such object.</returns>
    Task<PropertyMap?> ReadAsync(ObjectIdentity identity, PropertyMap known, CancellationToken cancellation);

    Task DeleteAsync(Urn urn, ObjectIdentity identity, PropertyMap known, TimeSpan? timeout, CancellationToken cancellation);
}
