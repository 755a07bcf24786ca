using System.Text.Json;
using Engine.Contract;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Providers;

/// <summary>Checks the arguments of a provider itself. Generated SDKs and stack configuration give those that are no text as JSON
/// texts.</summary>
internal static class ConfigCheck
{
    /// <value>Of every provider, beside the arguments that its schema has.</value>
    private static readonly string[] Common = ["version", "pluginDownloadURL", "parameterization"];

    public static IReadOnlyList<CheckFailure> Of(SchemaCatalog catalog, string package, PropertyMap inputs)
    {
        if (catalog.Find(package) is not { } schema)
        {
            return [];
        }

        var arguments = schema.Provider().Inputs;
        var given = inputs
            .Where(i => !Common.Contains(i.Key))
            .Select(i => KeyValuePair.Create(i.Key, Decoded(i.Value, arguments.Properties.GetValueOrDefault(i.Key))));
        return SchemaCheck.Inputs(catalog, schema, arguments, new PropertyMap(given));
    }

    private static PropertyValue Decoded(PropertyValue value, SchemaProperty? property)
    {
        if (property is null or { Type: SchemaType.Text } || value.Plain() is not PropertyString text)
        {
            return value;
        }

        try
        {
            using var json = JsonDocument.Parse(text.Value);
            var decoded = Value(json.RootElement);
            return value.IsSecret() ? decoded.AsSecret() : decoded;
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static PropertyValue Value(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.String => json.GetString() ?? "",
            JsonValueKind.Array => new PropertyArray(json.EnumerateArray().Select(Value)),
            JsonValueKind.Object => new PropertyMap(json.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Value(m.Value)))),
            _ => PropertyValue.Null,
        };
}
