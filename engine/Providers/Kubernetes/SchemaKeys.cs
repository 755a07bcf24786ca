using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>The extensions of a CustomResourceDefinition's schema: programs and the state spell them with underscores, manifests with
/// dashes.</summary>
internal static class SchemaKeys
{
    private const string InPrograms = "x_kubernetes_";
    private const string InManifests = "x-kubernetes-";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "embedded_resource",
        "int_or_string",
        "list_map_keys",
        "list_type",
        "map_type",
        "preserve_unknown_fields",
        "validations",
    };

    public static PropertyMap ToManifest(PropertyMap map) => Rename(map, Dashed);

    public static PropertyMap ToProgram(PropertyMap map) => Rename(map, Underscored);

    private static PropertyMap Rename(PropertyMap map, Func<string, string> rename) =>
        (PropertyMap)
            map.Rewrite(visit =>
                visit.Value is PropertyMap members && members.Keys.Any(key => rename(key) != key)
                    ? new PropertyMap(members.Select(member => KeyValuePair.Create(rename(member.Key), member.Value)))
                    : visit.Value
            );

    private static string Dashed(string key) =>
        key.StartsWith(InPrograms, StringComparison.Ordinal) && Names.Contains(key[InPrograms.Length..]) ? key.Replace('_', '-') : key;

    private static string Underscored(string key) =>
        key.StartsWith(InManifests, StringComparison.Ordinal) && Names.Contains(key[InManifests.Length..].Replace('-', '_'))
            ? key.Replace('-', '_')
            : key;
}
