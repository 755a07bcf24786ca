using System.Text.Json.Nodes;

namespace Pulumi.Generator.Selection;

/// <summary>The state inputs of a bridged resource: all its properties, none required; in their input form where they have one.</summary>
public static class StateInputs
{
    private static readonly string[] InputOnly = ["willReplaceOnChanges", "const"];

    public static JsonObject Of(JsonObject resource)
    {
        var inputs = resource["inputProperties"]!.AsObject();
        var properties = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, value) in resource["properties"]!.AsObject().Concat(inputs))
        {
            var copy = value!.DeepClone().AsObject();
            foreach (var mark in InputOnly)
            {
                copy.Remove(mark);
            }

            properties[name] = copy;
        }

        return new JsonObject
        {
            ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["type"] = "object",
        };
    }
}
