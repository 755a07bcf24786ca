using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.Generator.Selection;

/// <summary>A schema as text with a line per resource, function and type, so that a change shows as the lines that it concerns.</summary>
public static class SchemaText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject schema)
    {
        var text = new StringBuilder("{\n");
        var sections = schema.Where(s => s.Value is not JsonObject { Count: 0 }).ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            var (name, value) = sections[i];
            text.Append("  ").Append(JsonSerializer.Serialize(name)).Append(": ");
            if (name is "resources" or "functions" or "types")
            {
                text.Append("{\n");
                text.AppendJoin(
                    ",\n",
                    value!.AsObject().Select(e => $"    {JsonSerializer.Serialize(e.Key, Compact)}: {e.Value!.ToJsonString(Compact)}")
                );
                text.Append("\n  }");
            }
            else
            {
                text.Append(value!.ToJsonString(Compact));
            }

            text.Append(i + 1 < sections.Count ? ",\n" : "\n");
        }

        return text.Append("}\n").ToString();
    }
}
