namespace Pulumi;

/// <summary>A file with the given content.</summary>
public sealed class StringAsset : Asset
{
    /// <param name="text">The content, sent as UTF-8.</param>
    public StringAsset(string text)
        : base("text", text) { }
}
