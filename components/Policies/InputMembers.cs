using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Components.Policies;

/// <summary>The members of an arguments class that are sent, with their wire names. Lists and maps carry the attribute on a private
/// field.</summary>
internal static class InputMembers
{
    private const BindingFlags Flags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Get)>> s_members = new();

    public static IReadOnlyList<(string Name, Func<object, object?> Get)> Of(Type type) =>
        s_members.GetOrAdd(type, static t => [.. Find(t)]);

    private static IEnumerable<(string, Func<object, object?>)> Find(Type? type)
    {
        for (; type is not null && type != typeof(InputArgs); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Flags))
            {
                if (WireName(field) is { } name)
                {
                    yield return (name, field.GetValue);
                }
            }

            foreach (var property in type.GetProperties(Flags))
            {
                if (WireName(property) is { } name)
                {
                    yield return (name, property.GetValue);
                }
            }
        }
    }

    // The attribute's name is not public; what was written in the source is.
    private static string? WireName(MemberInfo member) =>
        member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value
        as string;
}
