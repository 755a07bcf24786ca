namespace Engine.Schemas;

/// <summary>The members of an object, or the values of an enumeration.</summary>
internal sealed record SchemaObject(
    IReadOnlyDictionary<string, SchemaProperty> Properties,
    IReadOnlySet<string> Required,
    IReadOnlyList<object> Values
)
{
    public static SchemaObject Empty { get; } = new(new Dictionary<string, SchemaProperty>(), new HashSet<string>(), []);

    public bool IsEnumeration => Values.Count > 0;
}
