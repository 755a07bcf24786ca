namespace Engine.Values;

/// <summary>A file as a value: exactly one of text, path and URI, and the SHA-256 of its bytes in hexadecimal when it is known.</summary>
internal sealed record PropertyAsset(string? Text, string? Path, string? Uri, string? Hash) : PropertyValue
{
    /// <summary>Assets are the same when their contents are, wherever they come from.</summary>
    public bool Equals(PropertyAsset? other) =>
        other is not null
        && (Hash, other.Hash) switch
        {
            ({ Length: > 0 } mine, { Length: > 0 } theirs) => mine == theirs,
            _ => Text == other.Text && Path == other.Path && Uri == other.Uri,
        };

    public override int GetHashCode() => 0;
}
