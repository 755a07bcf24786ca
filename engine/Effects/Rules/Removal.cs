namespace Engine.Effects.Rules;

/// <summary>What is said of workloads and Services that go.</summary>
internal static class Removal
{
    public static Finding OfPods(ObjectChange change)
    {
        var pods = PodCount.Of(change.Object, change.World.Before);
        if (TrackWords.Ended(change) is { } ended)
        {
            return new Finding(ended);
        }

        var empty = change
            .World.Before.ServicesOf(change.Object)
            .Where(service =>
                change.World.After.Find("Service", service.Namespace, service.Name) is { } stays
                && !change.World.After.Selected(stays.Namespace, stays.Inputs.TextsAt("spec", "selector")).Any()
            )
            .ToList();
        return empty.Count == 0
            ? new Finding($"removes {pods}")
            : new Finding($"removes {pods}: Service {ObjectReferences.Names(empty, change.Object.Namespace)} has none left", Impact.Outage);
    }

    public static Finding OfService(ObjectChange change)
    {
        var service = change.Object;
        var callers = ObjectReferences.Callers(change.World.After, service);
        if (callers.Count > 0)
        {
            var who =
                $"its {(callers.Count == 1 ? "caller" : "callers")} {ObjectReferences.Names(callers, service.Namespace)} "
                + $"{(callers.Count == 1 ? "fails" : "fail")}";
            return new Finding($"removes Service {service.Name}: {who}", Impact.Outage)
            {
                Advice = ["instead: take the calls out first, in an update before this one"],
            };
        }

        if (service.Inputs.TextAt("spec", "type") == "LoadBalancer")
        {
            return new Finding($"removes the load balancer of {service.Name}: clients outside fail", Impact.Outage);
        }

        return new Finding($"removes Service {service.Name}; nothing in this stack names it") { IsMinor = true };
    }
}
