using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What the change of a Service does to its callers.</summary>
internal static class ServiceRule
{
    private const string LoadBalancer = "LoadBalancer";
    private const string Prefix = "service.beta.kubernetes.io/aws-load-balancer-";

    private static readonly string[] s_renewing = [Prefix + "scheme", Prefix + "type", Prefix + "name"];

    private static readonly string[] s_harmless =
    [
        Prefix + "ssl-cert",
        Prefix + "ssl-negotiation-policy",
        Prefix + "attributes",
        Prefix + "target-group-attributes",
        Prefix + "additional-resource-tags",
    ];

    private static readonly string[] s_addSecond = ["instead: add a second Service, move callers, remove the first"];

    public static Finding Of(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => Created(change.Object),
            StepOp.Delete => Removal.OfService(change),
            StepOp.Replace => Replaced(change),
            _ => Worst([Class(change), Type(change), Ports(change), Selector(change), Annotations(change), Sources(change)]),
        };

    public static Finding NewLoadBalancer(string because) =>
        new($"new load balancer, new host name: {because}", Impact.Outage) { Span = "minutes", Advice = s_addSecond };

    private static Finding Worst(IEnumerable<Finding?> findings) =>
        findings.OfType<Finding>().MaxBy(finding => finding.Impact) ?? new Finding("requests go where they went") { IsMinor = true };

    private static Finding Created(ClusterObject service) =>
        TypeOf(service) switch
        {
            LoadBalancer => new Finding(
                service.Inputs.TextAt("metadata", "annotations", Prefix + "scheme") == "internet-facing"
                    ? "new load balancer, on the internet"
                    : "new load balancer"
            ),
            var type => new Finding($"new Service {service.Name} ({type})") { IsMinor = true },
        };

    private static Finding Replaced(ObjectChange change) =>
        TypeOf(change.Old!) == LoadBalancer || TypeOf(change.New!) == LoadBalancer
            ? NewLoadBalancer(change.Reason)
            : new Finding($"new cluster IP: {change.Reason}", Impact.Outage) { Span = "seconds" };

    private static Finding? Class(ObjectChange change) =>
        TypeOf(change.Old!) == LoadBalancer && TypeOf(change.New!) == LoadBalancer && change.Differs("spec", "loadBalancerClass")
            ? new Finding("loadBalancerClass cannot be changed: Kubernetes refuses the update", Impact.Refused) { Advice = s_addSecond }
            : null;

    private static Finding? Type(ObjectChange change) =>
        (TypeOf(change.Old!), TypeOf(change.New!)) switch
        {
            var (old, next) when old == next => null,
            (LoadBalancer, var next) => new Finding($"{LoadBalancer} -> {next}: clients outside lose its load balancer", Impact.Outage),
            (_, LoadBalancer) => new Finding("new load balancer; callers in the cluster go on"),
            (null, _) or (_, null) => new Finding("its type is not known", Impact.Unknown),
            var (old, next) => new Finding($"{old} -> {next}"),
        };

    private static Finding? Ports(ObjectChange change)
    {
        var (old, next) = (PortsOf(change.Old!), PortsOf(change.New!));
        var gone = old.Keys.Except(next.Keys).Order().ToList();
        if (gone.Count > 0)
        {
            return new Finding($"port {string.Join(", ", gone)} no longer answers{Now(next.Keys.Except(old.Keys))}", Impact.Outage)
            {
                Advice = ["instead: add the new port beside the old, move callers, remove the old"],
            };
        }

        var moved = next.Where(port => old.TryGetValue(port.Key, out var target) && target != port.Value)
            .Select(port => $"{old[port.Key]} -> {port.Value}")
            .ToList();
        return moved.Count > 0
                ? new Finding(
                    $"requests go to another port of the pods at once, {string.Join(", ", moved)}, while pods change one by one",
                    Impact.Outage
                )
                {
                    Span = "seconds",
                    Advice = ["instead: name the port in the pods and let the Service follow the name"],
                }
            : next.Count > old.Count ? new Finding($"also answers on port {string.Join(", ", next.Keys.Except(old.Keys))}")
            : null;
    }

    private static Finding? Selector(ObjectChange change)
    {
        if (!change.Differs("spec", "selector"))
        {
            return null;
        }

        var selected = change.World.After.Selected(change.New!.Namespace, change.New.Inputs.TextsAt("spec", "selector")).ToList();
        if (selected.Count == 0)
        {
            return new Finding("no pods have the labels that it selects", Impact.Outage);
        }

        var before = change.World.Before.Selected(change.Old!.Namespace, change.Old.Inputs.TextsAt("spec", "selector"));
        var words = $"all requests move from {Versions(before)} to {Versions(selected)} at once";
        return TypeOf(change.New) == LoadBalancer
            ? new Finding($"{words}: the load balancer drops its targets before the new are healthy", Impact.Outage)
            {
                Span = "minutes",
                Advice = ["instead: Expose.Route(), which moves weights between two sets of targets"],
            }
            : new Finding(words);
    }

    private static Finding? Annotations(ObjectChange change)
    {
        if (TypeOf(change.New!) != LoadBalancer)
        {
            return null;
        }

        var changed = change
            .TextChanges("metadata", "annotations")
            .Where(annotation => annotation.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToList();
        var renewing = changed.FirstOrDefault(annotation => s_renewing.Contains(annotation.Key));
        return changed.Count == 0 ? null
            : renewing.Key is not null
                ? NewLoadBalancer($"{renewing.Key[Prefix.Length..]} {renewing.Old ?? "(none)"} -> {renewing.New ?? "(none)"}")
            : changed.All(annotation => s_harmless.Contains(annotation.Key)) ? new Finding("settings of its load balancer change in place")
            : new Finding(
                $"its load balancer changes: {string.Join(", ", changed.Select(annotation => annotation.Key[Prefix.Length..]))}",
                Impact.Unknown
            );
    }

    private static Finding? Sources(ObjectChange change)
    {
        if (!change.Differs("spec", "loadBalancerSourceRanges"))
        {
            return null;
        }

        var (old, next) = (Ranges(change.Old!), Ranges(change.New!));
        return old.Count > 0 && next.Count > 0 && !old.Except(next).Any()
                ? new Finding($"lets in {string.Join(", ", next.Except(old))} too")
            : next.Count == 0 ? new Finding("lets in any address")
            : new Finding($"lets in only {string.Join(", ", next)}", Impact.Outage);
    }

    private static List<string> Ranges(ClusterObject service) =>
        [.. service.Inputs.ItemsAt("spec", "loadBalancerSourceRanges").Select(range => range.TextAt()).OfType<string>()];

    private static string? TypeOf(ClusterObject service) =>
        service.Inputs.IsUnknownAt("spec", "type") ? null
        : service.Inputs.TextAt("spec", "clusterIP") == "None" ? "headless"
        : service.Inputs.TextAt("spec", "type") ?? "ClusterIP";

    private static SortedDictionary<double, string> PortsOf(ClusterObject service)
    {
        var ports = new SortedDictionary<double, string>();
        foreach (var port in service.Inputs.ItemsAt("spec", "ports"))
        {
            if (port.NumberAt("port") is { } number)
            {
                ports[number] = port.TextAt("targetPort") ?? $"{port.NumberAt("targetPort") ?? number}";
            }
        }

        return ports;
    }

    private static string Now(IEnumerable<double> added) =>
        string.Join(", ", added.Order()) is { Length: > 0 } ports ? $", {ports} does" : "";

    private static string Versions(IEnumerable<ClusterObject> workloads)
    {
        var names = workloads
            .Select(w => w.PodLabels.GetValueOrDefault("version") ?? w.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "(none)" : string.Join(" and ", names);
    }
}
