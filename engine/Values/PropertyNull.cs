namespace Engine.Values;

/// <summary>An explicit null.</summary>
internal sealed record PropertyNull : PropertyValue
{
    private PropertyNull() { }

    public static PropertyNull Instance { get; } = new();
}
