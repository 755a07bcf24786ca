using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <param name="Known">The object as the state has it, or as it was to be created.</param>
internal sealed record ObjectRead(ObjectIdentity Identity, PropertyMap Known)
{
    /// <summary>A preview reads what it can, and takes the rest as it is known.</summary>
    public bool Preview { get; init; }

    /// <summary>True when an earlier run may have created it: an object from elsewhere is none of ours.</summary>
    public bool MustBeOurs { get; init; }
}
