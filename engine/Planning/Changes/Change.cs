using Engine.Contract;

namespace Engine.Planning.Changes;

/// <summary>What has to be done with a resource that exists, and why.</summary>
internal sealed record Change(ChangeKind Kind)
{
    public static Change Same { get; } = new(ChangeKind.Same);

    public IReadOnlyList<string> ReplaceKeys { get; init; } = [];

    public IReadOnlyList<string> DiffKeys { get; init; } = [];

    public IReadOnlyDictionary<string, PropertyDiff>? DetailedDiff { get; init; }

    /// <summary>The provider cannot have old and new at once.</summary>
    public bool DeleteBeforeReplace { get; init; }

    public static Change Replace(params string[] keys) => new(ChangeKind.Replace) { ReplaceKeys = keys };
}
