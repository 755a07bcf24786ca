using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pulumi.Generator.Schema;

/// <summary>Reads a package schema in Pulumi's format into the parts that C# bindings need.</summary>
public sealed class SchemaReader
{
    private readonly TypeReader _types;
    private readonly JsonElement _root;

    private SchemaReader(JsonElement root, IReadOnlyDictionary<string, PackageSchema> others)
    {
        _root = root;
        var enums = Section("types")
            .Where(t => t.Value.TryGetProperty("enum", out _))
            .Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        var objects = Section("types").Select(t => t.Name).Where(t => !enums.Contains(t)).ToHashSet(StringComparer.Ordinal);
        var resources = Section("resources").Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        _types = new TypeReader(enums, objects, resources, others);
    }

    public static PackageSchema Read(string json, IEnumerable<PackageSchema> others)
    {
        using var document = JsonDocument.Parse(json);
        return new SchemaReader(document.RootElement.Clone(), others.ToDictionary(o => o.Name)).ReadPackage();
    }

    private PackageSchema ReadPackage()
    {
        var name = _root.GetProperty("name").GetString()!;
        var format = _root.TryGetProperty("meta", out var meta) ? meta.GetProperty("moduleFormat").GetString()! : "(.*)";
        return new PackageSchema(name, Text(_root, "version") ?? "", new Regex("^(?:" + format + ")$"), ReadCSharp())
        {
            Config = _root.TryGetProperty("config", out var config) ? ReadProperties(config, "variables") : [],
            Provider = _root.TryGetProperty("provider", out var provider)
                ? ReadResource("pulumi:providers:" + name, provider)
                : new ResourceSpec("pulumi:providers:" + name, ObjectSpec.Empty, ObjectSpec.Empty),
            Resources = [.. Section("resources").Select(r => ReadResource(r.Name, r.Value))],
            Functions = Section("functions").Select(f => ReadFunction(f.Name, f.Value)).ToDictionary(f => f.Token),
            Objects = Section("types")
                .Where(t => !t.Value.TryGetProperty("enum", out _))
                .ToDictionary(t => t.Name, t => ReadObject(t.Value)),
            Enums = Section("types").Where(t => t.Value.TryGetProperty("enum", out _)).ToDictionary(t => t.Name, t => ReadEnum(t.Value)),
        };
    }

    private CSharpSettings ReadCSharp()
    {
        if (!_root.TryGetProperty("language", out var language) || !language.TryGetProperty("csharp", out var csharp))
        {
            return new CSharpSettings();
        }

        return new CSharpSettings
        {
            Namespaces = csharp.TryGetProperty("namespaces", out var map)
                ? map.EnumerateObject().ToDictionary(n => n.Name, n => n.Value.GetString()!)
                : [],
            Compatibility = Text(csharp, "compatibility") ?? "",
            DictionaryConstructors = Flag(csharp, "dictionaryConstructors"),
            LiftSingleValueMethodReturns = Flag(csharp, "liftSingleValueMethodReturns"),
        };
    }

    private ResourceSpec ReadResource(string token, JsonElement resource) =>
        new(
            token,
            new ObjectSpec(ReadProperties(resource, "properties"), Names(resource, "required")),
            new ObjectSpec(ReadProperties(resource, "inputProperties"), Names(resource, "requiredInputs"))
        )
        {
            State = resource.TryGetProperty("stateInputs", out var state)
                ? new ObjectSpec(ReadProperties(state, "properties"), Names(state, "required"))
                : null,
            AliasTypes = resource.TryGetProperty("aliases", out var aliases)
                ? [.. aliases.EnumerateArray().Select(a => Text(a, "type")).OfType<string>()]
                : [],
            DeprecationMessage = Text(resource, "deprecationMessage"),
            IsComponent = Flag(resource, "isComponent"),
            IsOverlay = Flag(resource, "isOverlay"),
            Methods = resource.TryGetProperty("methods", out var methods)
                ? methods.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString()!)
                : [],
        };

    private FunctionSpec ReadFunction(string token, JsonElement function)
    {
        var outputs = function.TryGetProperty("outputs", out var o) ? o : default;
        var isObject = outputs.ValueKind == JsonValueKind.Object && outputs.TryGetProperty("properties", out _);
        return new FunctionSpec(token, function.TryGetProperty("inputs", out var inputs) ? ReadObject(inputs) : ObjectSpec.Empty)
        {
            Outputs = isObject ? ReadObject(outputs) : null,
            ReturnType = !isObject && outputs.ValueKind == JsonValueKind.Object ? _types.Read(outputs) : null,
            MultiArgumentInputs = [.. Names(function, "multiArgumentInputs")],
            DeprecationMessage = Text(function, "deprecationMessage"),
        };
    }

    private ObjectSpec ReadObject(JsonElement type)
    {
        var required = Names(type, "required");
        var outputs =
            type.TryGetProperty("language", out var language) && language.TryGetProperty("nodejs", out var node)
                ? Names(node, "requiredOutputs")
                : [];
        return new ObjectSpec(ReadProperties(type, "properties"), required) { RequiredOutputs = outputs.Count > 0 ? outputs : required };
    }

    private static EnumSpec ReadEnum(JsonElement type) =>
        new(
            type.GetProperty("type").GetString() switch
            {
                "string" => TypeKind.String,
                "integer" => TypeKind.Integer,
                "number" => TypeKind.Number,
                var other => throw new SchemaException($"an enum of '{other}' cannot be bound. Allowed: string, integer, number."),
            },
            [
                .. type.GetProperty("enum")
                    .EnumerateArray()
                    .Select(v => new EnumValueSpec(Text(v, "name"), v.GetProperty("value").ToString(), Text(v, "deprecationMessage"))),
            ]
        );

    private List<PropertySpec> ReadProperties(JsonElement owner, string section) =>
        owner.TryGetProperty(section, out var properties)
            ? [.. properties.EnumerateObject().Select(ReadProperty).OrderBy(p => p.Name, StringComparer.Ordinal)]
            : [];

    private PropertySpec ReadProperty(JsonProperty property)
    {
        var value = property.Value;
        return new PropertySpec(property.Name, _types.Read(value))
        {
            Secret = Flag(value, "secret"),
            Const = value.TryGetProperty("const", out var constant) ? constant : null,
            Default = value.TryGetProperty("default", out var given) ? given : null,
            DefaultEnvironment =
                value.TryGetProperty("defaultInfo", out var info) && info.TryGetProperty("environment", out var names)
                    ? [.. names.EnumerateArray().Select(n => n.GetString()!)]
                    : [],
            DeprecationMessage = Text(value, "deprecationMessage"),
            CSharpName =
                value.TryGetProperty("language", out var language) && language.TryGetProperty("csharp", out var csharp)
                    ? Text(csharp, "name")
                    : null,
        };
    }

    private JsonElement.ObjectEnumerator Section(string name) =>
        _root.TryGetProperty(name, out var section) ? section.EnumerateObject() : default;

    private static HashSet<string> Names(JsonElement owner, string list) =>
        owner.TryGetProperty(list, out var names)
            ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
