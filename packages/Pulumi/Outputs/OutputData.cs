using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output resolves to. <c>Value</c> is meaningless unless <c>IsKnown</c>.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Known(T value) => new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, IsSecret: false);

    public OutputData<object?> Untyped() => new(Resources, Value, IsKnown, IsSecret);

    public OutputData<TOther> With<TOther>(TOther value, bool isKnown, bool isSecret) => new(Resources, value, isKnown, isSecret);
}
