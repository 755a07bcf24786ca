namespace Engine.Contract;

/// <summary>How a resource differs from what the program wants.</summary>
internal sealed record DiffResult
{
    public static DiffResult None { get; } = new() { Changes = DiffChanges.None };

    /// <summary>Left to the engine: it compares the inputs.</summary>
    public static DiffResult Unknown { get; } = new() { Changes = DiffChanges.Unknown };

    public required DiffChanges Changes { get; init; }

    /// <summary>Property paths that force a replacement.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Top-level properties that change.</summary>
    public IReadOnlyList<string> Diffs { get; init; } = [];

    /// <summary>By property path. Null when the provider does not tell.</summary>
    public IReadOnlyDictionary<string, PropertyDiff>? DetailedDiff { get; init; }

    /// <summary>Outputs that an update leaves as they are: a preview knows their values.</summary>
    public IReadOnlyList<string> Stables { get; init; } = [];

    /// <summary>A replacement must delete the old object first (the names are the same).</summary>
    public bool DeleteBeforeReplace { get; init; }

    public bool IsReplace => Replaces.Count > 0 || (DetailedDiff?.Values.Any(d => d.Kind.IsReplace()) ?? false);
}
