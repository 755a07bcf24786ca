namespace Pulumi;

/// <summary>An archive file that the engine fetches.</summary>
public sealed class RemoteArchive : Archive
{
    /// <param name="uri">A <c>file://</c>, <c>http://</c> or <c>https://</c> address.</param>
    public RemoteArchive(string uri)
        : base("uri", uri) { }
}
