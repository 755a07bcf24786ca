using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>What must hold at every moment, so that no request fails. Each tells where it did not; nothing is told twice in a
/// row.</summary>
internal static class Invariants
{
    /// <summary>A Service has so many pods to send requests to.</summary>
    public static IReadOnlyList<string> HasReady(this IEnumerable<ClusterMoment> moments, string space, string service, int atLeast) =>
        Broken(moments, moment =>
        {
            var ready = moment.ReadyBehind(space, service).Count;
            return ready < atLeast ? [$"{space}/{service} has {ready} ready pods, not {atLeast}"] : [];
        });

    /// <summary>Each Service that a route gives a weight has so many pods: a version gets traffic when it is ready, and goes when it gets
    /// none any more.</summary>
    public static IReadOnlyList<string> WeightsHaveReady(
        this IEnumerable<ClusterMoment> moments,
        string space,
        string ingress,
        string service,
        int atLeast
    ) => Broken(moments, moment =>
        {
            var weights = moment.Weights(space, ingress, service);
            return weights.Values.Sum() == 100
                ? weights
                    .Where(weight => weight.Value > 0)
                    .Select(weight => (weight.Key, weight.Value, Ready: moment.ReadyBehind(space, weight.Key).Count))
                    .Where(backend => backend.Ready < atLeast)
                    .Select(backend => $"{space}/{backend.Key} gets {backend.Value} % with {backend.Ready} ready pods, not {atLeast}")
                : [$"{space}/{ingress} splits the traffic of {service} into {weights.Values.Sum()} %"];
        });

    /// <summary>No Deployment has more pods than its replicas and its surge.</summary>
    public static IReadOnlyList<string> SurgeIsKept(this IEnumerable<ClusterMoment> moments, string space) =>
        Broken(moments, moment =>
            moment
                .Of("Deployment", space)
                .Select(deployment =>
                    (Name: (string)deployment["metadata"]!["name"]!, Pods: moment.PodsOf(deployment).Count(), Most: Most(deployment))
                )
                .Where(deployment => deployment.Pods > deployment.Most)
                .Select(deployment => $"{space}/{deployment.Name} has {deployment.Pods} pods, more than {deployment.Most}")
        );

    /// <summary>The splits that an Ingress had, one after the other.</summary>
    public static IReadOnlyList<string> Splits(this IEnumerable<ClusterMoment> moments, string space, string ingress, string service)
    {
        var splits = new List<string>();
        foreach (
            var split in moments
                .Select(moment => string.Join('/', moment.Weights(space, ingress, service).Values))
                .Where(split => split != splits.LastOrDefault())
        )
        {
            splits.Add(split);
        }

        return splits;
    }

    /// <summary>The versions that a Service sent requests to, one set after the other: <c>1.0.0</c>, <c>1.0.0 1.1.0</c>,
    /// <c>1.1.0</c>.</summary>
    public static IReadOnlyList<string> Versions(this IEnumerable<ClusterMoment> moments, string space, string service)
    {
        var seen = new List<string>();
        foreach (var moment in moments)
        {
            var versions = string.Join(
                ' ',
                moment
                    .ReadyBehind(space, service)
                    .Select(pod => (string?)moment.Find("Pod", space, pod)?["metadata"]!["labels"]!["version"])
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            );
            if (versions != seen.LastOrDefault())
            {
                seen.Add(versions);
            }
        }

        return seen;
    }

    private static int Most(JsonObject deployment)
    {
        var replicas = (int)deployment["spec"]!["replicas"]!;
        var surge = deployment["spec"]!["strategy"]?["rollingUpdate"]?["maxSurge"]?.ToString() ?? "0";
        return replicas + (surge.EndsWith('%') ? ((replicas * Number(surge[..^1])) + 99) / 100 : Number(surge));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Broken(IEnumerable<ClusterMoment> moments, Func<ClusterMoment, IEnumerable<string>> check)
    {
        var told = new List<string>();
        var before = new HashSet<string>();
        foreach (var moment in moments)
        {
            var now = check(moment).ToHashSet();
            told.AddRange(now.Except(before).Select(what => $"revision {moment.Revision}: {what}"));
            before = now;
        }

        return told;
    }
}
