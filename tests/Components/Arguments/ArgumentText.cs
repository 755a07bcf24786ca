using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Components.Targets;
using Pulumi;

namespace Components.Tests.Arguments;

/// <summary>All that arguments hold, as text: to compare them before and after.</summary>
internal static class ArgumentText
{
    public static string Of(object? value) => string.Join('\n', Lines("args", value, []));

    private static IEnumerable<string> Lines(string path, object? value, HashSet<object> above) =>
        value switch
        {
            null => [$"{path}: null"],
            string or Enum or ValueType => [$"{path}: {value}"],

            // What stands beside the arguments: another component, where it runs, what is to be called.
            Resource or ClusterTarget or Delegate => [Identity(path, value)],
            IDictionary map => map
                .Keys.Cast<object>()
                .SelectMany(key => Lines($"{path}[{key}]", map[key], above))
                .Append($"{path}: {map.Count}"),
            IEnumerable list when !IsOfPulumi(value) => list.Cast<object?>().SelectMany((item, i) => Lines($"{path}[{i}]", item, above)),
            _ when IsOfPulumi(value) || above.Contains(value) => [Identity(path, value)],
            _ => Fields(value.GetType()).SelectMany(field => Lines($"{path}.{field.Name}", field.GetValue(value), [.. above, value])),
        };

    private static bool IsOfPulumi(object value) => value.GetType().Namespace?.StartsWith("Pulumi", StringComparison.Ordinal) == true;

    private static string Identity(string path, object value) => $"{path}: {value.GetType().Name} {RuntimeHelpers.GetHashCode(value)}";

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                yield return field;
            }
        }
    }
}
