namespace Engine.Values;

/// <summary>One step of a <see cref="PropertyPath"/>: a member, a list index, or all of either (both null).</summary>
internal readonly record struct PathSegment(string? Key, int? Index)
{
    public static readonly PathSegment Wildcard;

    public bool IsWildcard => Key is null && Index is null;

    public bool Matches(PathSegment other) => IsWildcard || other.IsWildcard || this == other;
}
