using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Where Ingresses and HTTPRoutes send requests, by host and path.</summary>
internal static class Routing
{
    /// <summary>What the annotations begin with that split requests by weight.</summary>
    public const string Action = "alb.ingress.kubernetes.io/actions.";

    public static IEnumerable<ClusterObject> All(ObjectSet objects) => objects.All.Where(o => o.Kind is "Ingress" or "HTTPRoute");

    /// <summary>By host and path, for example <c>shop.example.com/api</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<WeightedService>> Of(ClusterObject route)
    {
        var paths = new Dictionary<string, IReadOnlyList<WeightedService>>();
        foreach (var (address, backends) in route.Kind == "Ingress" ? Ingress(route.Inputs) : HttpRoute(route.Inputs))
        {
            if (backends.Count > 0)
            {
                paths[address] = backends;
            }
        }

        return paths;
    }

    /// <summary>The part of requests, in percent, that routes send to a Service; null when none leads to it.</summary>
    public static int? ShareOf(ObjectSet objects, ClusterObject service)
    {
        var split = All(objects)
            .Where(route => route.Namespace == service.Namespace)
            .SelectMany(route => Of(route).Values)
            .FirstOrDefault(backends => backends.Any(backend => backend.Service == service.Name));
        return split is null
            ? null
            : Percent(
                split.Where(backend => backend.Service == service.Name).Sum(backend => backend.Weight),
                split.Sum(backend => backend.Weight)
            );
    }

    public static int Percent(double part, double whole) => whole <= 0 ? 0 : (int)Math.Round(100 * part / whole);

    private static IEnumerable<(string, IReadOnlyList<WeightedService>)> Ingress(PropertyMap inputs)
    {
        foreach (var rule in inputs.ItemsAt("spec", "rules"))
        {
            foreach (var path in rule.ItemsAt("http", "paths"))
            {
                var service = path.TextAt("backend", "service", "name") ?? "";
                var split =
                    path.TextAt("backend", "service", "port", "name") == "use-annotation"
                        ? inputs.TextAt("metadata", "annotations", Action + service)
                        : null;
                yield return (
                    rule.TextAt("host") + path.TextAt("path"),
                    split is null ? [new WeightedService(service, 1)] : Forwarded(split)
                );
            }
        }
    }

    private static IReadOnlyList<WeightedService> Forwarded(string action)
    {
        try
        {
            return JsonNode.Parse(action)?["forwardConfig"]?["targetGroups"] is JsonArray groups
                ? [.. groups.Select(group => new WeightedService((string?)group?["serviceName"] ?? "", (double?)group?["weight"] ?? 1))]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    private static IEnumerable<(string, IReadOnlyList<WeightedService>)> HttpRoute(PropertyMap inputs) =>
        from rule in inputs.ItemsAt("spec", "rules")
        let backends = rule.ItemsAt("backendRefs")
            .Select(backend => new WeightedService(backend.TextAt("name") ?? "", backend.NumberAt("weight") ?? 1))
            .ToList()
        from host in inputs.ItemsAt("spec", "hostnames").Select(host => host.TextAt()).DefaultIfEmpty("")
        from path in rule.ItemsAt("matches").Select(match => match.TextAt("path", "value") ?? "/").DefaultIfEmpty("/")
        select (host + path, (IReadOnlyList<WeightedService>)backends);
}
