namespace Engine.Values;

/// <summary>A folder or archive file as a value: exactly one of assets by name, path and URI, and the hash of its contents when it is
/// known.</summary>
internal sealed record PropertyArchive(PropertyMap? Assets, string? Path, string? Uri, string? Hash) : PropertyValue
{
    /// <summary>Archives are the same when their contents are, wherever they come from.</summary>
    public bool Equals(PropertyArchive? other) =>
        other is not null
        && (Hash, other.Hash) switch
        {
            ({ Length: > 0 } mine, { Length: > 0 } theirs) => mine == theirs,
            _ => Equals(Assets, other.Assets) && Path == other.Path && Uri == other.Uri,
        };

    public override int GetHashCode() => 1;
}
