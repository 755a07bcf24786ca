using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Routes;

/// <summary>The paths of a route, and the services that they lead to.</summary>
internal static class RoutePaths
{
    public static IEnumerable<KeyValuePair<string, WebService>> LongestFirst(IDictionary<string, WebService> paths) =>
        paths.OrderByDescending(route => route.Key.Length).ThenBy(route => route.Key, StringComparer.Ordinal);

    public static void Check(string route, AppNamespace space, IDictionary<string, WebService> paths, Place place)
    {
        if (paths.Count == 0)
        {
            ProblemCollection.Report(new Problem(place, $"{route}: routes to nothing", "Add a path: Paths = { [\"/\"] = service }."));
        }

        foreach (var (path, service) in paths)
        {
            if (path is not ['/', ..])
            {
                ProblemCollection.Report(new Problem(place, $"{route}: path '{path}' is no path", "It begins with '/', such as /api."));
            }

            if (service.Backends.Count == 0)
            {
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"{route}: {service.Reference} cannot be routed to",
                        $"Write Expose = Expose.Route() where it is declared ({service.Place})."
                    )
                );
            }

            if (service.Reference.Namespace != space.Label)
            {
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"{route}: {service.Reference} is in another namespace",
                        $"A route leads to services of its own namespace. Declare it in '{service.Reference.Namespace}'."
                    )
                );
            }
        }
    }
}
