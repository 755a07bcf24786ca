using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>A former name of a resource: a whole URN, or the parts that were different.</summary>
internal sealed record AliasSpec
{
    /// <summary>When set, all else is ignored.</summary>
    public Urn? Urn { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Stack { get; init; }

    public string? Project { get; init; }

    public Urn? Parent { get; init; }

    public bool NoParent { get; init; }
}
