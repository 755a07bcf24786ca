using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <param name="Former">Of an update: the object as it was called.</param>
/// <param name="FieldManager">The name under which the API server notes who owns which field.</param>
/// <param name="Timeout">How long to wait until the object is ready; null for the kind's default.</param>
internal sealed record ObjectWrite(
    Urn Urn,
    ObjectIdentity Identity,
    ObjectIdentity? Former,
    PropertyMap Manifest,
    string FieldManager,
    TimeSpan? Timeout
)
{
    /// <summary>Paths that keep the value that the object has.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>True when only these fields of an object are ours, and the rest belongs to someone else.</summary>
    public bool IsPatch { get; init; }
}
