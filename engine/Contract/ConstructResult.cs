using Engine.Values;

namespace Engine.Contract;

/// <param name="State">Outputs of the component; unknown ones in a preview.</param>
internal sealed record ConstructResult(Urn Urn, PropertyMap State, IReadOnlyDictionary<string, IReadOnlyList<Urn>> StateDependencies)
{
    /// <summary>True when the inside was not registered with the monitor (it is only checked): the engine then registers the component as
    /// one.</summary>
    public bool IsOpaque { get; init; }
}
