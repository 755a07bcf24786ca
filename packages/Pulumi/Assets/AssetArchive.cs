using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An archive made of assets and other archives.</summary>
public sealed class AssetArchive : Archive
{
    /// <param name="assets">The content by path inside the archive; an archive becomes a folder.</param>
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base("assets", assets.ToImmutableDictionary()) { }
}
