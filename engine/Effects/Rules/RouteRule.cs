using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What the change of an Ingress or HTTPRoute does to requests from outside.</summary>
internal static class RouteRule
{
    private const string Prefix = "alb.ingress.kubernetes.io/";

    private static readonly string[] s_renewing = [Prefix + "scheme", Prefix + "group.name", Prefix + "load-balancer-name"];

    private static readonly string[] s_harmless =
    [
        Prefix + "certificate-arn",
        Prefix + "ssl-policy",
        Prefix + "tags",
        Prefix + "target-group-attributes",
        Prefix + "load-balancer-attributes",
    ];

    public static Finding Of(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding($"answers at {Hosts(change.Object)}"),
            StepOp.Delete => new Finding($"{Hosts(change.Object)} no longer answers", Impact.Outage),
            StepOp.Replace when change.IsDeletedFirst => ServiceRule.NewLoadBalancer(change.Reason),
            StepOp.Replace => new Finding($"replaced: {change.Reason}", Impact.Unknown),
            _ => Update(change),
        };

    private static Finding Update(ObjectChange change)
    {
        var findings = new[] { Class(change), Annotations(change) }.OfType<Finding>().Concat(Paths(change)).ToList();
        var worst = findings.MaxBy(finding => finding.Impact);
        return worst is null
            ? new Finding("requests go where they went") { IsMinor = true }
            : worst with
            {
                Words = string.Join(
                    "; ",
                    findings.Where(finding => finding.Impact == worst.Impact).Select(finding => finding.Words).Distinct().Take(3)
                ),
            };
    }

    private static Finding? Class(ObjectChange change) =>
        change.Differs("spec", "ingressClassName") || change.Differs("spec", "parentRefs")
            ? ServiceRule.NewLoadBalancer("another one serves the route") with
            {
                Advice = [],
            }
            : null;

    private static Finding? Annotations(ObjectChange change)
    {
        var changed = change
            .TextChanges("metadata", "annotations")
            .Where(annotation =>
                annotation.Key.StartsWith(Prefix, StringComparison.Ordinal)
                && !annotation.Key.StartsWith(Prefix + "actions.", StringComparison.Ordinal)
            )
            .ToList();
        var renewing = changed.FirstOrDefault(annotation => s_renewing.Contains(annotation.Key));
        return changed.Count == 0 ? null
            : renewing is { Key: { } key }
                ? ServiceRule.NewLoadBalancer($"{key[Prefix.Length..]} {renewing.Old ?? "(none)"} -> {renewing.New ?? "(none)"}") with
                {
                    Advice = [],
                }
            : changed.All(annotation => s_harmless.Contains(annotation.Key)) ? new Finding("settings of its load balancer change in place")
            : new Finding(
                $"its load balancer changes: {string.Join(", ", changed.Select(annotation => annotation.Key[Prefix.Length..]))}",
                Impact.Unknown
            );
    }

    private static IEnumerable<Finding> Paths(ObjectChange change)
    {
        var (before, after) = (Routing.Of(change.Old!), Routing.Of(change.New!));
        var gone = before.Keys.Except(after.Keys).Order(StringComparer.Ordinal).ToList();
        if (gone.Count > 0)
        {
            yield return new Finding($"{string.Join(", ", gone)} no longer answers", Impact.Outage);
        }

        if (after.Keys.Except(before.Keys).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } added)
        {
            yield return new Finding($"also answers at {string.Join(", ", added)}");
        }

        foreach (var (path, split) in after.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            if (!before.TryGetValue(path, out var was) || was.SequenceEqual(split))
            {
                continue;
            }

            var missing = split
                .Where(backend =>
                    backend.Weight > 0 && change.World.After.Find("Service", change.Object.Namespace, backend.Service) is null
                )
                .ToList();
            yield return missing.Count > 0
                ? new Finding(
                    $"{path} goes to {string.Join(", ", missing.Select(backend => backend.Service))}, which is not in this stack",
                    Impact.Unknown
                )
                : new Finding(Moved(path, was, split));
        }
    }

    /// <summary>For example <c>weights 100 -> 90/10</c>, in the order of the Services.</summary>
    private static string Moved(string path, IReadOnlyList<WeightedService> before, IReadOnlyList<WeightedService> after)
    {
        if (!before.Select(backend => backend.Service).Intersect(after.Select(backend => backend.Service)).Any())
        {
            return $"{path} moves from {before[0].Service} to {after[0].Service} at once";
        }

        var names = string.Join("/", (after.Count >= before.Count ? after : before).Select(backend => backend.Service));
        return $"weights {Weights(before)} -> {Weights(after)} ({names})";
    }

    private static string Weights(IReadOnlyList<WeightedService> split) =>
        split.Count == 1 ? "100" : string.Join("/", split.Select(backend => Routing.Percent(backend.Weight, split.Sum(b => b.Weight))));

    private static string Hosts(ClusterObject route) =>
        Routing.Of(route).Keys.Select(address => address.Split('/')[0]).Distinct().ToList() switch
        {
            [] => route.Name,
            var hosts => string.Join(", ", hosts.Select(host => host.Length == 0 ? "any host" : host)),
        };
}
