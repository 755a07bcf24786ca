using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Marks as secret in a live object what is secret in the inputs, and all that a Secret holds.</summary>
internal static class LiveSecrets
{
    // kubectl keeps the whole object there.
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static PropertyMap Mark(PropertyMap live, PropertyMap inputs, ObjectKind kind)
    {
        var marked = (PropertyMap)Mark((PropertyValue)live, inputs);
        if (!kind.IsSecret)
        {
            return marked;
        }

        var (metadata, annotations) = (marked.Map("metadata"), marked.Map("metadata").Map("annotations"));
        marked = annotations.Get(LastApplied) is { } copy
            ? marked.With("metadata", metadata.With("annotations", annotations.With(LastApplied, copy.AsSecret())))
            : marked;
        return marked.Select((key, value) => key is "data" or "stringData" ? value.AsSecret() : value);
    }

    private static PropertyValue Mark(PropertyValue live, PropertyValue input) =>
        (live, input) switch
        {
            (_, PropertySecret or PropertyOutput { IsSecret: true }) => live.AsSecret(),
            (PropertyMap map, PropertyMap given) => map.Select((key, value) => given.Get(key) is { } wanted ? Mark(value, wanted) : value),
            (PropertyArray list, PropertyArray given) => new PropertyArray(
                list.Select(
                    (item, i) =>
                        i < given.Count ? Mark(item, given[i])
                        : given.ContainsSecret() ? item.AsSecret()
                        : item
                )
            ),
            _ => live,
        };
}
