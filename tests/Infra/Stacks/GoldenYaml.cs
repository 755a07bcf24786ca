using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using YamlDotNet.Serialization;

namespace Infra.Tests.Stacks;

/// <summary>Inputs as the mocks were given them, as YAML to review: members by name, and JSON text as what it says.</summary>
internal static class GoldenYaml
{
    private static readonly ISerializer s_yaml = new SerializerBuilder().WithQuotingNecessaryStrings().WithIndentedSequences().Build();

    public static string Write(object? value) => s_yaml.Serialize(value ?? "").ReplaceLineEndings("\n");

    /// <summary>Maps sorted, lists, text, whole numbers as such.</summary>
    public static object? Plain(object? value) =>
        value switch
        {
            string text => text,
            Resource resource => $"<{DependencyGraph.Named(resource)}>",
            IDictionary<string, object> map => new SortedDictionary<string, object?>(
                map.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
                StringComparer.Ordinal
            ),
            ImmutableArray<object> list => list.Select(Plain).ToList(),
            IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
            double number when double.IsInteger(number) => (long)number,
            _ => value,
        };

    /// <summary>Text that is a JSON object (policies, the values of add-ons) opened, for who reads a difference.</summary>
    public static object? Opened(object? value) =>
        value switch
        {
            IDictionary<string, object?> map => new SortedDictionary<string, object?>(
                map.ToDictionary(entry => entry.Key, entry => Opened(entry.Value)),
                StringComparer.Ordinal
            ),
            IList<object?> list => list.Select(Opened).ToList(),
            string text when text.StartsWith('{') => new SortedDictionary<string, object?> { ["(JSON)"] = Parsed(JsonElement.Parse(text)) },
            _ => value,
        };

    private static object? Parsed(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => Parsed(member.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select(Parsed).ToList(),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            _ => null,
        };
}
