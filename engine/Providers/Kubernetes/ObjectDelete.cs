using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <param name="Known">The object as the state has it.</param>
/// <param name="FieldManager">The name under which the API server notes which fields are ours.</param>
/// <param name="Timeout">How long to wait until it is gone; null for the default.</param>
internal sealed record ObjectDelete(Urn Urn, ObjectIdentity Identity, PropertyMap Known, string FieldManager, TimeSpan? Timeout)
{
    /// <summary>True when only some fields of the object are ours: those are given up, and the object stays.</summary>
    public bool IsPatch { get; init; }
}
