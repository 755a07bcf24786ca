using System.Text.Json.Nodes;

namespace Pulumi.Generator.Selection;

/// <summary>The selected enums, the types that a part of a schema refers to, and those that these refer to.</summary>
public static class ReachableTypes
{
    private const string Prefix = "#/types/";

    public static JsonObject Of(JsonObject schema, JsonObject types, Func<string, bool> isSelected)
    {
        var found = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var open = new Queue<JsonNode>([schema]);
        foreach (var (token, type) in types.Where(t => t.Value!["enum"] is not null && isSelected(t.Key)))
        {
            found.Add(token, type!.DeepClone());
        }

        while (open.TryDequeue(out var node))
        {
            foreach (var token in References(node))
            {
                if (!found.ContainsKey(token) && types[token] is { } type)
                {
                    found.Add(token, type.DeepClone());
                    open.Enqueue(type);
                }
            }
        }

        return new JsonObject(found.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)));
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(p =>
                p.Key == "$ref" && p.Value is JsonValue value ? Reference(value.GetValue<string>()) : References(p.Value)
            ),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    private static string[] Reference(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) ? [Uri.UnescapeDataString(text[Prefix.Length..])] : [];
}
