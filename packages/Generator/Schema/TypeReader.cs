using System.Text.Json;

namespace Pulumi.Generator.Schema;

/// <summary>Reads a type usage (<c>type</c>, <c>$ref</c>, <c>oneOf</c>) and resolves what it refers to.</summary>
public sealed class TypeReader(
    IReadOnlySet<string> ownEnums,
    IReadOnlySet<string> ownObjects,
    IReadOnlySet<string> ownResources,
    IReadOnlyDictionary<string, PackageSchema> others
)
{
    public TypeSpec Read(JsonElement element)
    {
        var plain = element.TryGetProperty("plain", out var p) && p.GetBoolean();
        return ReadUnmarked(element) with { Plain = plain };
    }

    private TypeSpec ReadUnmarked(JsonElement element)
    {
        if (element.TryGetProperty("$ref", out var reference))
        {
            return Resolve(reference.GetString()!) ?? Fallback(element, reference.GetString()!);
        }

        if (element.TryGetProperty("oneOf", out var alternatives))
        {
            return new(TypeKind.Union) { Alternatives = [.. alternatives.EnumerateArray().Select(Read)] };
        }

        return Named(element);
    }

    private TypeSpec Fallback(JsonElement element, string reference) =>
        element.TryGetProperty("type", out _)
            ? Named(element)
            : throw new SchemaException(
                $"$ref '{reference}' names nothing in the schema. Allowed: a type, resource or provider of this package or of one given "
                    + $"as a reference."
            );

    private TypeSpec Named(JsonElement element) =>
        element.GetProperty("type").GetString() switch
        {
            "string" => new(TypeKind.String),
            "boolean" => new(TypeKind.Boolean),
            "integer" => new(TypeKind.Integer),
            "number" => new(TypeKind.Number),
            "array" => new(TypeKind.Array) { Element = Read(element.GetProperty("items")) },
            "object" => new(TypeKind.Map)
            {
                Element = element.TryGetProperty("additionalProperties", out var value) ? Read(value) : new(TypeKind.String),
            },
            var other => throw new SchemaException(
                $"type '{other}' is not known. Allowed: string, boolean, integer, number, array, object."
            ),
        };

    private TypeSpec? Resolve(string reference)
    {
        var parts = reference.Split('#', 2);
        if (parts is ["pulumi.json", var builtIn])
        {
            return new(BuiltIn(builtIn));
        }

        var package = parts[0].Length == 0 ? null : parts[0].Split('/')[1];
        var token = Uri.UnescapeDataString(parts[1]);
        if (token == "/provider")
        {
            return new(TypeKind.Provider) { Package = package };
        }

        if (token.StartsWith("/resources/", StringComparison.Ordinal))
        {
            token = token["/resources/".Length..];
            return IsResource(package, token) ? new(TypeKind.Resource) { Package = package, Token = token } : null;
        }

        token = token["/types/".Length..];
        return IsEnum(package, token) ? new(TypeKind.Enum) { Package = package, Token = token }
            : IsObject(package, token) ? new(TypeKind.Object) { Package = package, Token = token }
            : null;
    }

    private bool IsEnum(string? package, string token) =>
        package is null ? ownEnums.Contains(token) : Other(package).Enums.ContainsKey(token);

    private bool IsObject(string? package, string token) =>
        package is null ? ownObjects.Contains(token) : Other(package).Objects.ContainsKey(token);

    private bool IsResource(string? package, string token) =>
        package is null ? ownResources.Contains(token) : Other(package).Resources.Any(r => r.Token == token);

    private PackageSchema Other(string package) =>
        others.TryGetValue(package, out var schema)
            ? schema
            : throw new SchemaException($"the schema refers to package '{package}', whose schema was not given as a reference.");

    private static TypeKind BuiltIn(string fragment) =>
        fragment switch
        {
            "/Any" => TypeKind.Any,
            "/Json" => TypeKind.Json,
            "/Asset" => TypeKind.Asset,
            "/Archive" => TypeKind.Archive,
            _ => throw new SchemaException($"'pulumi.json#{fragment}' is not known. Allowed: Any, Json, Asset, Archive."),
        };
}
