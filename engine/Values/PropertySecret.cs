namespace Engine.Values;

/// <summary>
/// A value that is never shown, and encrypted where it is stored.
/// A secret whose key is not at hand (previews only) has <see cref="PropertyComputed"/> inside and the <see cref="Ciphertext"/> it came
/// from.
/// </summary>
internal sealed record PropertySecret(PropertyValue Value) : PropertyValue
{
    /// <summary>Stands for a secret wherever something is shown.</summary>
    public const string Shown = "[secret]";

    /// <summary>What the secret could not be read from; written back as it is. Null for a readable secret.</summary>
    public string? Ciphertext { get; init; }

    public bool IsUnreadable => Ciphertext is not null;

    /// <summary>An unreadable secret counts as equal to any: it is taken as unchanged.</summary>
    public bool Equals(PropertySecret? other) => other is not null && (IsUnreadable || other.IsUnreadable || Value.Equals(other.Value));

    public override int GetHashCode() => 2;
}
