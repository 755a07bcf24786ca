namespace Engine.Schemas;

/// <summary>What a property may hold, as a package's schema says.</summary>
internal abstract record SchemaType
{
    internal sealed record Text : SchemaType;

    internal sealed record Boolean : SchemaType;

    internal sealed record Number(bool Whole) : SchemaType;

    internal sealed record Array(SchemaType Items) : SchemaType;

    internal sealed record Map(SchemaType Items) : SchemaType;

    /// <summary>An object or enumeration, by token; of another package where <paramref name="Package"/> is not null.</summary>
    internal sealed record Reference(string? Package, string Token) : SchemaType;

    /// <summary>A resource or provider.</summary>
    internal sealed record Resource(string Token) : SchemaType;

    internal sealed record Asset : SchemaType;

    internal sealed record Archive : SchemaType;

    internal sealed record Union(IReadOnlyList<SchemaType> Options) : SchemaType;

    internal sealed record Any : SchemaType;
}
