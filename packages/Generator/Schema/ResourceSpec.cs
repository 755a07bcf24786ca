namespace Pulumi.Generator.Schema;

public sealed record ResourceSpec(string Token, ObjectSpec Outputs, ObjectSpec Inputs)
{
    /// <summary>Properties by which an existing resource is looked up; null where the package has none.</summary>
    public ObjectSpec? State { get; init; }

    public IReadOnlyList<string> AliasTypes { get; init; } = [];

    public string? DeprecationMessage { get; init; }

    public bool IsComponent { get; init; }

    /// <summary>Written by hand in the package; nothing is generated for it.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>Method name to function token.</summary>
    public IReadOnlyDictionary<string, string> Methods { get; init; } = new Dictionary<string, string>();
}
