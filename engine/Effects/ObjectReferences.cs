using Engine.Values;

namespace Engine.Effects;

/// <summary>Which objects name which others.</summary>
internal static class ObjectReferences
{
    /// <summary>Workloads whose pods name a Service, by its host in a variable or argument, and routes that send requests to it.</summary>
    public static IReadOnlyList<ClusterObject> Callers(ObjectSet objects, ClusterObject service) =>
        [
            .. objects.Workloads.Where(workload =>
                Fields.AllTexts(workload.PodTemplate.At("spec")).Any(text => Names(text, service, workload.Namespace))
            ),
            .. Routing
                .All(objects)
                .Where(route =>
                    route.Namespace == service.Namespace
                    && Routing.Of(route).Values.Any(split => split.Any(backend => backend.Service == service.Name))
                ),
        ];

    /// <summary>Workloads whose pods take a ConfigMap, a Secret or a claim: by name, or as a value that comes from it.</summary>
    public static IReadOnlyList<ClusterObject> Users(ObjectSet objects, ClusterObject used) =>
        [
            .. objects.Workloads.Where(workload =>
                workload.Namespace == used.Namespace
                && (workload.State.Dependencies.Contains(used.State.Urn) || Takes(workload.PodTemplate.At("spec"), used.Kind, used.Name))
            ),
        ];

    /// <summary>For example <c>hello, web/nginx and 3 more</c>.</summary>
    public static string Names(IEnumerable<ClusterObject> objects, string fromNamespace)
    {
        var names = objects
            .Select(o => o.Namespace == fromNamespace ? o.Name : $"{o.Namespace}/{o.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count <= 4 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
    }

    private static bool Names(string text, ClusterObject service, string fromNamespace) =>
        Contains(text, $"{service.Name}.{service.Namespace}")
        || (fromNamespace == service.Namespace && (text == service.Name || Contains(text, $"//{service.Name}")));

    // A host ends where no further letter, digit or dash follows.
    private static bool Contains(string text, string host)
    {
        for (var at = text.IndexOf(host, StringComparison.Ordinal); at >= 0; at = text.IndexOf(host, at + 1, StringComparison.Ordinal))
        {
            var end = at + host.Length;
            if (
                (
                    end == text.Length
                    || !(
                        char.IsAsciiLetterOrDigit(text[end])
                        || text[end] is '-'
                        || (text[end] is '.' && host.StartsWith("//", StringComparison.Ordinal))
                    )
                ) && (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-'))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Takes(PropertyValue? value, string kind, string name) =>
        (value?.All() ?? [])
            .Where(visit => !visit.IsSecret)
            .Select(visit => visit.Value)
            .OfType<PropertyMap>()
            .Any(map => map.Any(member => Key(kind, member.Key) is { } key && member.Value.TextAt(key) == name));

    private static string? Key(string kind, string member) =>
        (kind, member) switch
        {
            ("ConfigMap", "configMap" or "configMapKeyRef" or "configMapRef") => "name",
            ("Secret", "secretKeyRef" or "secretRef") => "name",
            ("Secret", "secret") => "secretName",
            ("PersistentVolumeClaim", "persistentVolumeClaim") => "claimName",
            _ => null,
        };
}
