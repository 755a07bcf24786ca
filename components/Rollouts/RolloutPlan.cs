using System.Numerics;
using Components.Values;

namespace Components.Rollouts;

/// <summary>Which versions of a workload run, how many pods of each, and how traffic is split.</summary>
internal static class RolloutPlan
{
    public static IReadOnlyList<Track> Of(Release? release, TrafficSplit split) =>
        release switch
        {
            null => [new Track(Track.Stable, null, new Replicas(1), 100)],
            { Canary: { } canary } => split == TrafficSplit.Weights ? ByWeight(release, canary) : ByReplicas(release, canary, split),
            { BlueGreen: { } colours } => BothColours(release, colours, split),
            _ => [new Track(Track.Stable, release.Version, release.Replicas, 100)],
        };

    // At full size from the first step: each further one, up or down, moves nothing but weights, and no step meets too few pods.
    private static Track[] ByWeight(Release release, Canary canary) =>
        [
            new Track(Track.Stable, release.Version, release.Replicas, 100 - canary.Weight.Value),
            new Track(
                Track.Canary,
                canary.Version,
                canary.Replicas is { } replicas ? new Replicas(replicas) : release.Replicas,
                canary.Weight.Value
            ),
        ];

    // All pods are behind one Service, so the split is exact only where the number of pods allows it. One more pod than the release's is
    // taken where that makes it exact: three and one canary are 25 %.
    private static Track[] ByReplicas(Release release, Canary canary, TrafficSplit split)
    {
        RefuseReplicasOfCanary(release, canary);
        var weight = canary.Weight.Value;
        var replicas = release.Replicas.Min;
        var exact = FewestPods(weight);
        var pods = NextMultiple(exact, replicas);
        if (release.Replicas.IsAutoscaled)
        {
            Report(
                release,
                canary,
                split,
                $"a canary is not possible with {replicas} to {release.Replicas.Max} replicas",
                $"By replica share, the number of pods must be fixed while there is a canary: set replicas to {Math.Max(1, exact - 1)},"
            );
        }
        else if (pods > replicas + 1)
        {
            var nearest = (int)Math.Round(100.0 / (replicas + 1));
            Report(
                release,
                canary,
                split,
                $"a {weight} % canary is not possible with {replicas} {(replicas == 1 ? "replica" : "replicas")}",
                $"By replica share, 1 canary of {replicas + 1} pods is {nearest} %. "
                    + $"Set replicas to {exact - 1} ({Share(weight, exact)} of {exact}),"
            );
            pods = replicas;
        }

        var candidates = Share(weight, pods);
        return
        [
            new Track(Track.Stable, release.Version, new Replicas(pods - candidates), 100 - weight),
            new Track(Track.Canary, canary.Version, new Replicas(candidates), weight),
        ];
    }

    private static void RefuseReplicasOfCanary(Release release, Canary canary)
    {
        if (canary.Replicas is not null)
        {
            ProblemCollection.Report(
                new Problem(
                    canary.Place ?? release.Place,
                    $"{release.Workload}: the canary cannot have replicas of its own",
                    "Without a route that splits traffic, its share of the pods is its weight. Remove replicas from the canary."
                )
            );
        }
    }

    // The fewest pods of which a part by weight is whole: 10 for 10 %, 4 for 25 %, 20 for 15 %.
    private static int FewestPods(int weight) => 100 / (int)BigInteger.GreatestCommonDivisor(weight, 100);

    private static int NextMultiple(int of, int from) => (from + of - 1) / of * of;

    private static int Share(int weight, int pods) => pods * weight / 100;

    private static Track[] BothColours(Release release, BlueGreen colours, TrafficSplit split)
    {
        if (split == TrafficSplit.ReplicaShareBehindLoadBalancer)
        {
            ProblemCollection.Report(
                new Problem(
                    colours.Place ?? release.Place,
                    $"{release.Workload}: blue/green is not possible behind a load balancer of the service's own",
                    "Its old targets would leave before the new ones are healthy: an outage of minutes.\nGive the service a route "
                        + "(Expose = Expose.Route()), which switches weights between two sets of targets."
                )
            );
        }

        return
        [
            new Track(Track.Stable, release.Version, release.Replicas, colours.IsGreenActive ? 0 : 100),
            new Track(Track.Green, colours.Green, release.Replicas, colours.IsGreenActive ? 100 : 0),
        ];
    }

    private static void Report(Release release, Canary canary, TrafficSplit split, string what, string numbers) =>
        ProblemCollection.Report(
            new Problem(
                canary.Place ?? release.Place,
                $"{release.Workload}: {what}",
                $"{numbers}\n"
                    + (
                        split == TrafficSplit.ReplicaShareBehindIngress
                            ? "or take a target whose Ingresses are of class alb, which split traffic at any weight."
                            : "or give the service a route (Expose = Expose.Route()), which splits traffic at any weight."
                    )
            )
        );
}
