using Agreement;

namespace Engine.Effects.Rules;

/// <summary>What is said of a second version of a workload, which the label <c>track</c> tells from the first.</summary>
internal static class TrackWords
{
    /// <summary>For example <c>canary 1.5.0 gets 10 % of traffic, 2 pods</c>; null for what is no second version.</summary>
    public static string? Started(ObjectChange change) =>
        Name(change.Object) is { } name
            ? $"{name} gets {Share(change.World.After, change.Object)}, {PodCount.Of(change.Object, change.World.After)}"
            : null;

    /// <summary>Null for what is no second version, or the last one.</summary>
    public static string? Ended(ObjectChange change) =>
        Name(change.Object) is { } name && Stable(change.World.After, change.Object) ? $"{name} ends" : null;

    private static string? Name(ClusterObject workload) =>
        workload.PodLabels.TryGetValue(PodLabel.Track, out var track) && track != PodLabel.Stable
            ? track + (workload.PodLabels.TryGetValue(PodLabel.Version, out var version) ? " " + version : "")
            : null;

    private static bool Stable(ObjectSet objects, ClusterObject workload) =>
        workload.PodLabels.TryGetValue(PodLabel.App, out var app)
        && objects
            .OfKind(workload.Kind, workload.Namespace)
            .Any(other =>
                other.PodLabels.GetValueOrDefault(PodLabel.App) == app
                && other.PodLabels.GetValueOrDefault(PodLabel.Track) == PodLabel.Stable
            );

    private static string Share(ObjectSet objects, ClusterObject workload)
    {
        foreach (var service in objects.ServicesOf(workload).OrderBy(service => Routing.ShareOf(objects, service) is null))
        {
            var counts = objects
                .Selected(service.Namespace, service.Inputs.TextsAt("spec", "selector"))
                .Select(w => PodCount.Of(w, objects))
                .ToList();
            var own =
                counts.Count == 1 ? 100
                : counts.All(count => count.IsKnown && count.Fewest == count.Most)
                    ? Routing.Percent(PodCount.Of(workload, objects).Fewest ?? 0, counts.Sum(count => count.Fewest ?? 0))
                : (int?)null;
            if (own is not { } share)
            {
                return "its share of pods, which an autoscaler moves, of traffic";
            }

            var routed = Routing.ShareOf(objects, service) is { } weight ? share * weight / 100 : share;
            return share == 100 ? $"{routed} % of traffic" : $"{routed} % of traffic by its share of pods";
        }

        return "no traffic yet";
    }
}
