using Components.Targets;
using Components.Values;

namespace Components.Pods;

/// <summary>What a <see cref="VolumeClaim"/> asks for.</summary>
public sealed class VolumeClaimArgs
{
    /// <summary>Where it is.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>How much. It can grow later, and never shrink.</summary>
    public required Memory Size { get; init; }

    /// <summary>From where it can be mounted.</summary>
    /// <value>Default: one node at a time.</value>
    public VolumeAccess Access { get; init; } = VolumeAccess.OneNode;

    /// <summary>The storage class.</summary>
    /// <value>Default: the cluster's own, encrypted gp3.</value>
    public string? StorageClass { get; init; }

    /// <summary>Whether to keep the data when the claim is removed from the program or the stack is destroyed.</summary>
    /// <value>Default: false.</value>
    public bool Retain { get; init; }
}
