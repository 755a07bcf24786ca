namespace Pulumi.Generator.Schema;

/// <summary>A type where a property uses it, with its references resolved to kinds.</summary>
public sealed record TypeSpec(TypeKind Kind)
{
    /// <summary>The value is known when the program runs: no Input around it.</summary>
    public bool Plain { get; init; }

    /// <summary>For references into another package: its name. Null means this package.</summary>
    public string? Package { get; init; }

    /// <summary>Token of an object, enum or resource.</summary>
    public string Token { get; init; } = "";

    /// <summary>Element of an array or map.</summary>
    public TypeSpec? Element { get; init; }

    /// <summary>Alternatives of a union, in schema order.</summary>
    public IReadOnlyList<TypeSpec> Alternatives { get; init; } = [];

    public bool IsCollection => Kind is TypeKind.Array or TypeKind.Map;
}
