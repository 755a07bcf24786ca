using Engine.Contract;
using Engine.State;
using Engine.Values;

namespace Engine.Events;

/// <param name="Old">Null for what is new.</param>
/// <param name="New">Null for what goes.</param>
internal sealed record StepDescription(StepOp Op, Urn Urn, string Type, ResourceState? Old, ResourceState? New)
{
    /// <summary>Property paths that force the replacement, for example <c>spec.selector</c>, or <c>provider</c>.</summary>
    public IReadOnlyList<string> ReplaceKeys { get; init; } = [];

    /// <summary>Top-level properties that change; empty when the provider did not say.</summary>
    public IReadOnlyList<string> DiffKeys { get; init; } = [];

    /// <summary>Null when the provider gave none: then the difference is that of the inputs.</summary>
    public IReadOnlyDictionary<string, PropertyDiff>? DetailedDiff { get; init; }

    /// <summary>True for steps that a user thinks of; false for the two physical halves of a replacement.</summary>
    public bool Logical { get; init; } = true;
}
