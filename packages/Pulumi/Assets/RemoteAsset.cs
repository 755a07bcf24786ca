namespace Pulumi;

/// <summary>A file that the engine fetches.</summary>
public sealed class RemoteAsset : Asset
{
    /// <param name="uri">A <c>file://</c>, <c>http://</c> or <c>https://</c> address.</param>
    public RemoteAsset(string uri)
        : base("uri", uri) { }
}
