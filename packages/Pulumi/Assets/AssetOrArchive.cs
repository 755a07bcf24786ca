namespace Pulumi;

/// <summary>A file, or a folder of files, that goes to the provider with a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string kind, object value) => (Kind, Value) = (kind, value);

    /// <summary>The member of the wire form that holds the value: <c>text</c>, <c>path</c>, <c>uri</c> or <c>assets</c>.</summary>
    internal string Kind { get; }

    internal object Value { get; }
}
