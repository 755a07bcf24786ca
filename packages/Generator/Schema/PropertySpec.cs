using System.Text.Json;

namespace Pulumi.Generator.Schema;

public sealed record PropertySpec(string Name, TypeSpec Type)
{
    public bool Secret { get; init; }

    /// <summary>The only value that the property may have; the constructor sets it.</summary>
    public JsonElement? Const { get; init; }

    public JsonElement? Default { get; init; }

    /// <summary>Environment variables that give the default, first one found wins.</summary>
    public IReadOnlyList<string> DefaultEnvironment { get; init; } = [];

    public string? DeprecationMessage { get; init; }

    /// <summary>The C# name where the schema sets one (language.csharp.name).</summary>
    public string? CSharpName { get; init; }
}
