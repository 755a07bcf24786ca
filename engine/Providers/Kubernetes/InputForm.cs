using System.Text;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// Brings a manifest into the one form that the state keeps, so that what means the same compares as the same: a Secret's
/// <c>stringData</c> as <c>data</c>, no empty maps, no members that only the API server sets.
/// </summary>
internal static class InputForm
{
    private static readonly string[] ReadOnlyMetadata =
    [
        "creationTimestamp",
        "deletionGracePeriodSeconds",
        "deletionTimestamp",
        "generation",
        "managedFields",
        "resourceVersion",
        "uid",
    ];

    public static PropertyMap Of(PropertyMap inputs, ObjectKind kind, PackageSchema? schema, string token)
    {
        var form = WithoutServerMetadata((PropertyMap)WithoutNulls(inputs));
        form = kind.IsSecret ? WithEncodedData(form) : form;
        return schema?.Resource(token) is { } resource ? WithoutEmptyMaps(form, resource.Inputs, schema) : form;
    }

    private static PropertyMap WithoutServerMetadata(PropertyMap inputs) =>
        inputs.Get("metadata")?.Plain() is PropertyMap metadata && ReadOnlyMetadata.Any(metadata.ContainsKey)
            ? inputs.With("metadata", new PropertyMap(metadata.Where(m => !ReadOnlyMetadata.Contains(m.Key))))
            : inputs;

    // Unknown entries (previews) move like the others; text that is unknown as a whole stays where it is.
    private static PropertyMap WithEncodedData(PropertyMap secret)
    {
        if (secret.Get("stringData")?.Plain() is PropertyMap text && secret.Get("data")?.Plain() is null or PropertyMap)
        {
            var encoded = text.Select(
                (_, value) => value.Plain() is PropertyString s ? Convert.ToBase64String(Encoding.UTF8.GetBytes(s.Value)) : value.Plain()
            );
            secret = secret.Without("stringData").With("data", new PropertyMap(secret.Map("data").Concat(encoded)));
        }

        return MarkSecrets(secret);
    }

    private static PropertyMap MarkSecrets(PropertyMap secret) =>
        secret.Select(
            (key, value) => key is "data" or "stringData" ? (value.Plain() is PropertyMap map ? map.PlainDeep() : value).AsSecret() : value
        );

    private static PropertyValue WithoutNulls(PropertyValue value) =>
        value.Rewrite(visit =>
            visit.Value is PropertyMap map && map.Values.Any(member => member is PropertyNull)
                ? new PropertyMap(map.Where(member => member.Value is not PropertyNull))
                : visit.Value
        );

    // Kubernetes' own types leave out maps (labels, limits, …) when they are empty. An empty object (emptyDir, podSelector) has a meaning
    // and stays.
    private static PropertyMap WithoutEmptyMaps(PropertyMap map, SchemaObject type, PackageSchema schema) =>
        new(
            from member in map
            let property = type.Properties.GetValueOrDefault(member.Key)
            let value = property is null ? member.Value : WithoutEmptyMaps(member.Value, property.Type, schema)
            where !(property?.Type is SchemaType.Map && value.Plain() is PropertyMap { Count: 0 })
            select KeyValuePair.Create(member.Key, value)
        );

    private static PropertyValue WithoutEmptyMaps(PropertyValue value, SchemaType type, PackageSchema schema) =>
        (value, type) switch
        {
            (PropertySecret { IsUnreadable: true }, _) => value,
            (PropertySecret secret, _) => new PropertySecret(WithoutEmptyMaps(secret.Value, type, schema)),
            (PropertyMap map, SchemaType.Reference { Package: null } reference) when schema.Type(reference.Token) is { } inner =>
                WithoutEmptyMaps(map, inner, schema),
            (PropertyMap map, SchemaType.Map values) => map.Select((_, v) => WithoutEmptyMaps(v, values.Items, schema)),
            (PropertyArray list, SchemaType.Array items) => new PropertyArray(list.Select(i => WithoutEmptyMaps(i, items.Items, schema))),
            _ => value,
        };
}
