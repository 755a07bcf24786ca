using System.Text.Json;

namespace Engine.Schemas;

/// <summary>Reads parts of a schema file.</summary>
internal static class SchemaReader
{
    public static SchemaResource Resource(JsonElement resource) =>
        new(Members(resource, "inputProperties", "requiredInputs"), Members(resource, "properties", "required"));

    public static SchemaFunction Function(JsonElement function) =>
        new(
            function.TryGetProperty("inputs", out var inputs) ? Object(inputs) : SchemaObject.Empty,
            function.TryGetProperty("outputs", out var outputs) ? Object(outputs) : SchemaObject.Empty
        );

    public static SchemaObject Object(JsonElement type)
    {
        if (!type.TryGetProperty("enum", out var values))
        {
            return Members(type, "properties", "required");
        }

        return SchemaObject.Empty with
        {
            Values =
            [
                .. values
                    .EnumerateArray()
                    .Select(v => v.GetProperty("value"))
                    .Select(v => v.ValueKind == JsonValueKind.Number ? (object)v.GetDouble() : v.ToString()),
            ],
        };
    }

    private static SchemaObject Members(JsonElement owner, string properties, string required) =>
        new(
            owner.TryGetProperty(properties, out var all)
                ? all.EnumerateObject().ToDictionary(p => p.Name, p => Property(p.Value), StringComparer.Ordinal)
                : new Dictionary<string, SchemaProperty>(),
            owner.TryGetProperty(required, out var names)
                ? names.EnumerateArray().Select(n => n.GetString() ?? "").ToHashSet(StringComparer.Ordinal)
                : [],
            []
        );

    private static SchemaProperty Property(JsonElement property) =>
        new(
            Type(property),
            property.TryGetProperty("const", out var constant) ? constant.ToString() : null,
            property.TryGetProperty("default", out _) || property.TryGetProperty("defaultInfo", out _),
            IsTrue(property, "secret"),
            IsTrue(property, "willReplaceOnChanges") || IsTrue(property, "replaceOnChanges")
        );

    private static bool IsTrue(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;

    private static SchemaType Type(JsonElement spec)
    {
        if (spec.TryGetProperty("oneOf", out var options))
        {
            return new SchemaType.Union([.. options.EnumerateArray().Select(Type)]);
        }

        if (spec.TryGetProperty("$ref", out var reference))
        {
            return Reference(reference.GetString() ?? "");
        }

        return (spec.TryGetProperty("type", out var type) ? type.GetString() : null) switch
        {
            "string" => new SchemaType.Text(),
            "boolean" => new SchemaType.Boolean(),
            "integer" => new SchemaType.Number(Whole: true),
            "number" => new SchemaType.Number(Whole: false),
            "array" => new SchemaType.Array(spec.TryGetProperty("items", out var items) ? Type(items) : new SchemaType.Any()),
            "object" => new SchemaType.Map(
                spec.TryGetProperty("additionalProperties", out var values) ? Type(values) : new SchemaType.Any()
            ),
            _ => new SchemaType.Any(),
        };
    }

    // '#/types/T', '/aws/v7.48.0/schema.json#/types/T', '…#/resources/T', '…#/provider', 'pulumi.json#/Any'; T is URL-encoded.
    private static SchemaType Reference(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (file, place) = (reference[..hash], Uri.UnescapeDataString(reference[(hash + 1)..]));
        return (file, place) switch
        {
            ("pulumi.json", "/Asset") => new SchemaType.Asset(),
            ("pulumi.json", "/Archive") => new SchemaType.Archive(),
            (_, "/provider") => new SchemaType.Resource("pulumi:providers:" + Package(file)),
            _ when place.StartsWith("/resources/", StringComparison.Ordinal) => new SchemaType.Resource(place["/resources/".Length..]),
            _ when place.StartsWith("/types/", StringComparison.Ordinal) => new SchemaType.Reference(
                Package(file),
                place["/types/".Length..]
            ),
            _ => new SchemaType.Any(),
        };
    }

    private static string? Package(string file) => file.Length == 0 ? null : file.Split('/', StringSplitOptions.RemoveEmptyEntries)[0];
}
