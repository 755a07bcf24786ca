using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Settings;

/// <summary>
/// Editors check stacks by the JSON Schema, the program by its reader. Each place that the schema knows is tried on the reader: keys,
/// required
/// keys, words and bounds are the same, or one of the two would mislead.
/// </summary>
public sealed class SchemaTests
{
    private const string Unknown = "zzz";

    [Fact]
    public void The_schema_of_editors_says_what_the_reader_accepts()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("stacks", "stack.schema.json")));
        var config = schema.RootElement.GetProperty("properties").GetProperty("config").GetProperty("properties");
        var differences = new List<string>();
        Compare(
            SettingsProbe.Root,
            "keys of the program",
            config.EnumerateObject().Select(key => key.Name),
            Listed(
                SettingsProbe
                    .Root.Try(new JsonObject { [$"platform:{Unknown}"] = 1 })
                    .Single(problem => problem.Summary.Contains(Unknown, StringComparison.Ordinal))
                    .Advice
            ),
            differences
        );
        foreach (var key in config.EnumerateObject())
        {
            Visit(SettingsProbe.Root.Then(key.Name), key.Value, differences);
        }

        differences.ShouldBeEmpty();
    }

    private static void Visit(SettingsProbe probe, JsonElement schema, List<string> differences)
    {
        if (schema.TryGetProperty("oneOf", out var ways))
        {
            foreach (var way in ways.EnumerateArray())
            {
                Visit(probe, way, differences);
            }
        }
        else if (schema.TryGetProperty("enum", out var words))
        {
            Compare(probe, "words", words.EnumerateArray().Select(word => word.GetString()!), Listed(Told(probe, Unknown)), differences);
        }
        else if (schema.TryGetProperty("type", out var type))
        {
            VisitType(probe, schema, type.GetString()!, differences);
        }
    }

    private static void VisitType(SettingsProbe probe, JsonElement schema, string type, List<string> differences)
    {
        switch (type)
        {
            case "object" when schema.TryGetProperty("properties", out var properties):
                VisitMap(probe, schema, properties, differences);
                break;
            case "object":
                Visit(probe.Then("sample"), schema.GetProperty("additionalProperties"), differences);
                break;
            case "array":
                Visit(probe.Then(0), schema.GetProperty("items"), differences);
                break;
            case "integer":
                var (least, most) = (
                    schema.GetProperty("minimum").GetInt32(),
                    schema.TryGetProperty("maximum", out var maximum) ? maximum.GetInt32() : 1000
                );
                Compare(
                    probe,
                    "numbers",
                    [$"from {least} to {most}"],
                    [Told(probe, "-1").Split("whole number ")[^1].Split(", not")[0]],
                    differences
                );
                break;
            case "boolean" when Told(probe, Unknown).Length == 0:
            case "string"
                when (schema.TryGetProperty("pattern", out _) || schema.TryGetProperty("not", out _))
                    && Told(probe, Refused(schema)).Length == 0:
                differences.Add($"{probe.Path}: the schema refuses '{Refused(schema)}', the reader takes it");
                break;
        }
    }

    private static void VisitMap(SettingsProbe probe, JsonElement schema, JsonElement properties, List<string> differences)
    {
        schema.GetProperty("additionalProperties").ValueKind.ShouldBe(JsonValueKind.False, probe.Path);
        foreach (var property in properties.EnumerateObject().Where(property => property.Value.TryGetProperty("const", out _)))
        {
            probe = probe.With(property.Name, property.Value.GetProperty("const").GetString()!);
        }

        var unknown = probe
            .Try(new JsonObject { [Unknown] = 1 })
            .Where(problem => problem.Summary.Contains($"'{Unknown}' is no key here", StringComparison.Ordinal))
            .Select(problem => problem.Advice);
        Compare(
            probe,
            "keys",
            properties.EnumerateObject().Select(property => property.Name),
            Listed(unknown.SingleOrDefault() ?? ""),
            differences
        );

        var missing = probe
            .Try(new JsonObject())
            .Where(problem => problem.Summary.EndsWith(" is missing", StringComparison.Ordinal))
            .Select(problem => problem.Summary.Split('\'')[1]);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        var given = properties
            .EnumerateObject()
            .Where(property => property.Value.TryGetProperty("const", out _))
            .Select(property => property.Name);
        Compare(probe, "required keys", required.Except(given), missing, differences);

        foreach (var property in properties.EnumerateObject())
        {
            Visit(probe.Then(property.Name), property.Value, differences);
        }
    }

    // A text that the schema refuses: one without the form that it must have, or with the one that it must not.
    private static string Refused(JsonElement schema) =>
        !schema.TryGetProperty("not", out var not) ? Unknown
        : not.TryGetProperty("const", out var word) ? word.GetString()!
        : not.GetProperty("pattern").GetString()!.TrimStart('^') + Unknown;

    private static string Told(SettingsProbe probe, string value) =>
        string.Join(' ', probe.Try(value).Select(problem => $"{problem.Summary}\n{problem.Advice}"));

    // "Allowed: a, b, c. Did you mean …" and "EKS offers 1.34, 1.35." list what there is.
    private static string[] Listed(string advice)
    {
        var list = advice.Split("Allowed: ")[^1].Split("EKS offers ")[^1];
        var end = list.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? list.TrimEnd('.') : list[..end]).Split(", ");
    }

    private static void Compare(
        SettingsProbe probe,
        string what,
        IEnumerable<string> schema,
        IEnumerable<string> reader,
        List<string> differences
    )
    {
        var (editors, program) = (
            string.Join(", ", schema.Order(StringComparer.Ordinal)),
            string.Join(", ", reader.Order(StringComparer.Ordinal))
        );
        if (editors != program)
        {
            differences.Add($"{probe.Path}: {what}: the schema has [{editors}], the reader [{program}]");
        }
    }
}
