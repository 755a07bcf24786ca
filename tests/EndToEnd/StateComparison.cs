using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>
/// What two states must share when two engines ran the same program: URNs, inputs, parents, dependencies and secret marks.
/// Left out: generated values and names derived from them, provider ids, times and ciphertexts.
/// </summary>
internal static partial class StateComparison
{
    private const string Signature = "4dabf18193072939515e22adb298388d";

    public static SortedDictionary<string, string> Read(string checkpointFile)
    {
        var root = JsonNode.Parse(File.ReadAllText(checkpointFile))!;
        var resources = root["checkpoint"]?["latest"]?["resources"]?.AsArray() ?? [];
        var states = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources.Select(resource => resource!.AsObject()))
        {
            var comparable = new JsonObject
            {
                ["type"] = resource["type"]!.DeepClone(),
                ["custom"] = resource["custom"]?.DeepClone(),
                ["parent"] = resource["parent"]?.DeepClone(),
                ["protect"] = resource["protect"]?.DeepClone(),
                ["provider"] = resource["provider"]?.DeepClone(),
                ["dependencies"] = Sorted(resource["dependencies"]),
                ["propertyDependencies"] = PropertyDependencies(resource["propertyDependencies"]),
                ["additionalSecretOutputs"] = Sorted(resource["additionalSecretOutputs"]),
                ["ignoreChanges"] = Sorted(resource["ignoreChanges"]),
                ["inputs"] = Inputs(resource["inputs"]),
            };
            states[(string)resource["urn"]!] = Normalised(comparable.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        }

        return states;
    }

    /// <summary>Text with what is generated in each run replaced: UUIDs, hashes at the end of names, and their values in base64.</summary>
    public static string Normalised(string text) => Hash().Replace(Uuid().Replace(text, "<uuid>"), "-<hash>");

    private static JsonNode? Inputs(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject secret when secret.ContainsKey(Signature):
                return "[secret]";
            case JsonObject map:
                return new JsonObject(
                    map.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal))
                        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                        .Select(entry => KeyValuePair.Create(entry.Key, Inputs(entry.Value)))
                );
            case JsonArray list:
                return new JsonArray([.. list.Select(Inputs)]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonArray Sorted(JsonNode? list) =>
        new([
            .. (list?.AsArray() ?? []).Select(item => (string)item!).Order(StringComparer.Ordinal).Select(item => JsonValue.Create(item)),
        ]);

    private static JsonObject PropertyDependencies(JsonNode? map) =>
        new(
            (map?.AsObject() ?? [])
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Sorted(entry.Value)))
        );

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("-[0-9a-f]{8,}")]
    private static partial Regex Hash();
}
