using System.Collections.Immutable;

namespace Components.Data;

/// <summary>Values of objects that no class exists for.</summary>
internal static class SpecValue
{
    public static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    public static ImmutableArray<object> List(params object[] items) => [.. items];
}
