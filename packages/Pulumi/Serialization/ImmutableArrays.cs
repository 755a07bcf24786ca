using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>An immutable array that was never set counts as missing; it cannot even be asked for its length.</summary>
internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, object?> s_defaults = new();

    public static bool IsDefault(IList list) =>
        list is ValueType && s_defaults.GetOrAdd(list.GetType(), Default) is { } missing && list.Equals(missing);

    private static object? Default(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Activator.CreateInstance(type) : null;
}
