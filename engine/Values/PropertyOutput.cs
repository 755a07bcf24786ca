namespace Engine.Values;

/// <summary>A value with its dependencies, as programs send it to remote components. It is never stored.</summary>
/// <param name="Value">Null while unknown.</param>
/// <param name="IsSecret">True when the value is secret.</param>
/// <param name="Dependencies">The resources it was made from.</param>
internal sealed record PropertyOutput(PropertyValue? Value, bool IsSecret, IReadOnlyList<Urn> Dependencies) : PropertyValue
{
    public bool Equals(PropertyOutput? other) =>
        other is not null && Equals(Value, other.Value) && IsSecret == other.IsSecret && Dependencies.SequenceEqual(other.Dependencies);

    public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Count);
}
