using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The dependencies of combined outputs; most outputs have none, and the common cases make no new set.</summary>
internal static class Dependencies
{
    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right)
    {
        if (right.IsEmpty || ReferenceEquals(left, right))
            return left;
        if (left.IsEmpty)
            return right;
        return left.Count < right.Count ? right.Union(left) : left.Union(right);
    }
}
