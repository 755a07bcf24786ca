using System.Text.Json.Nodes;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Selection;

/// <summary>
/// Makes a package's schema.json from a larger schema. The selection file says which <c>modules</c> and single <c>tokens</c> to keep (none
/// named: all),
/// whether resources can be looked up by state (<c>stateInputs</c>), which types require nothing (<c>optionalTypes</c>, a name's ending),
/// and what to <c>merge</c> over the result (JSON merge patch:
/// C# names, configuration, types that the source has wrong). Types are those that what is kept refers to, and the enums of the kept
/// modules.
/// </summary>
public sealed class SchemaSelection
{
    private static readonly string[] Kept = ["resources", "functions"];

    private readonly JsonObject _facts;
    private readonly JsonObject _selection;
    private readonly HashSet<string> _modules;
    private readonly HashSet<string> _tokens;

    private SchemaSelection(JsonObject facts, JsonObject selection)
    {
        _facts = facts;
        _selection = selection;
        _modules = Names("modules");
        _tokens = Names("tokens");
    }

    public static void Run(string factsPath, string selectionPath, string schemaPath)
    {
        var selection = new SchemaSelection(Parse(factsPath), Parse(selectionPath));
        File.WriteAllText(schemaPath, SchemaText.Write(selection.Select()));
    }

    private JsonObject Select()
    {
        var result = new JsonObject { ["name"] = _facts["name"]!.DeepClone(), ["version"] = _facts["version"]!.DeepClone() };
        foreach (var section in new[] { "meta", "config", "provider" })
        {
            if (_facts[section] is { } value)
            {
                result[section] = value.DeepClone();
            }
        }

        foreach (var section in Kept)
        {
            result[section] = new JsonObject(
                Section(section).Where(e => IsSelected(e.Key)).Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value!.DeepClone()))
            );
        }

        if (_selection["stateInputs"]?.GetValue<bool>() == true)
        {
            foreach (var (_, resource) in result["resources"]!.AsObject())
            {
                resource!["stateInputs"] = StateInputs.Of(resource.AsObject());
            }
        }

        result["types"] = ReachableTypes.Of(result, _facts["types"]?.AsObject() ?? [], IsSelected);
        if (_selection["optionalTypes"]?.GetValue<string>() is { } ending)
        {
            foreach (var (_, type) in result["types"]!.AsObject().Where(t => t.Key.EndsWith(ending, StringComparison.Ordinal)))
            {
                type!.AsObject().Remove("required");
            }
        }

        MergePatch.Apply(result, _selection["merge"]?.AsObject() ?? []);
        return result;
    }

    private bool IsSelected(string token)
    {
        var module = token.Split(':')[1];
        return _modules.Count == 0
            || _tokens.Contains(token)
            || _modules.Contains(module)
            || _modules.Contains(module.Split('/')[0] + "/*")
            || token.StartsWith("pulumi:", StringComparison.Ordinal);
    }

    private JsonObject Section(string name) => _facts[name] as JsonObject ?? [];

    private HashSet<string> Names(string list) =>
        _selection[list] is JsonArray names ? names.Select(n => n!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) : [];

    private static JsonObject Parse(string path) =>
        JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new SchemaException($"{path} holds no JSON object.");
}
