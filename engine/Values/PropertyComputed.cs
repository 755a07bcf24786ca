namespace Engine.Values;

/// <summary>Not known before the real run; appears in previews only.</summary>
internal sealed record PropertyComputed : PropertyValue
{
    private PropertyComputed() { }

    public static PropertyComputed Instance { get; } = new();
}
