using System.Collections;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>An immutable array that was never set counts as missing; it cannot even be asked for its length.</summary>
internal static class ImmutableArrays
{
    public static bool IsDefault(IList list)
    {
        var type = list.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && list.Equals(Activator.CreateInstance(type));
    }
}
