using System.Text.Json.Nodes;
using Pulumi.Generator.Selection;

namespace Packages.Tests.Bindings;

public sealed class SelectionTests : IDisposable
{
    private const string Facts = """
        {"name":"x","version":"1","resources":{
          "x:a/one:One":{"inputProperties":{"size":{"type":"string","willReplaceOnChanges":true}},"properties":{"size":{"type":"string"},"more":{"$ref":"#/types/x:a/More:More"}},"required":["size"]},
          "x:b/two:Two":{"inputProperties":{},"properties":{}},
          "x:c/three:Three":{"inputProperties":{},"properties":{}}},
         "functions":{"x:a/getOne:getOne":{},"x:b/getTwo:getTwo":{}},
         "types":{
          "x:a/More:More":{"type":"object","properties":{"deep":{"$ref":"#/types/x:b/Deep:Deep"}},"required":["deep"]},
          "x:b/Deep:Deep":{"type":"object","properties":{}},
          "x:b/Alone:Alone":{"type":"object","properties":{}},
          "x:a/Color:Color":{"type":"string","enum":[{"value":"Red"}]},
          "x:b/Shape:Shape":{"type":"string","enum":[{"value":"Round"}]}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_modules_all_resources_are_kept() =>
        Tokens(Select("{}"), "resources").ShouldBe(["x:a/one:One", "x:b/two:Two", "x:c/three:Three"]);

    [Fact]
    public void Modules_and_single_tokens_are_kept_with_the_types_that_they_reach()
    {
        var schema = Select("""{"modules":["a/*"],"tokens":["x:c/three:Three"]}""");

        Tokens(schema, "resources").ShouldBe(["x:a/one:One", "x:c/three:Three"]);
        Tokens(schema, "functions").ShouldBe(["x:a/getOne:getOne"]);
        Tokens(schema, "types").ShouldBe(["x:a/Color:Color", "x:a/More:More", "x:b/Deep:Deep"]);
    }

    [Fact]
    public void State_inputs_are_all_properties_in_their_input_form_and_none_required()
    {
        var state = Select("""{"stateInputs":true}""")["resources"]!["x:a/one:One"]!["stateInputs"]!;

        state
            .ToJsonString()
            .ShouldBe("""{"properties":{"more":{"$ref":"#/types/x:a/More:More"},"size":{"type":"string"}},"type":"object"}""");
    }

    [Fact]
    public void Types_with_the_optional_ending_require_nothing() =>
        Select("""{"optionalTypes":"More"}""")["types"]!["x:a/More:More"]!["required"].ShouldBeNull();

    [Fact]
    public void A_merge_adds_replaces_and_removes()
    {
        var schema = Select(
            """{"merge":{"language":{"csharp":{"compatibility":"tfbridge20"}},"version":"2","resources":{"x:b/two:Two":null}}}"""
        );

        schema["language"]!["csharp"]!["compatibility"]!.GetValue<string>().ShouldBe("tfbridge20");
        schema["version"]!.GetValue<string>().ShouldBe("2");
        Tokens(schema, "resources").ShouldBe(["x:a/one:One", "x:c/three:Three"]);
    }

    [Fact]
    public void The_text_has_a_line_per_resource_function_and_type()
    {
        Select("{}");
        var lines = File.ReadAllLines(Path.Combine(_folder, "schema.json"));

        foreach (var token in new[] { "x:a/one:One", "x:b/getTwo:getTwo", "x:b/Shape:Shape" })
        {
            lines.Count(l => l.StartsWith($"    \"{token}\": {{", StringComparison.Ordinal)).ShouldBe(1, token);
        }
    }

    private JsonNode Select(string selection)
    {
        var facts = Path.Combine(_folder, "facts.json");
        var choice = Path.Combine(_folder, "selection.json");
        var schema = Path.Combine(_folder, "schema.json");
        File.WriteAllText(facts, Facts);
        File.WriteAllText(choice, selection);
        SchemaSelection.Run(facts, choice, schema);
        return JsonNode.Parse(File.ReadAllText(schema))!;
    }

    private static IEnumerable<string> Tokens(JsonNode schema, string section) => schema[section]!.AsObject().Select(e => e.Key);
}
