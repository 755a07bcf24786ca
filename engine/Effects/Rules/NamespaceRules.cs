using Engine.Events;
using Engine.Providers.Kubernetes.Readiness;

namespace Engine.Effects.Rules;

/// <summary>What changes of namespaces and of their bounds do.</summary>
internal static class NamespaceRules
{
    public static Finding Namespace(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("new namespace"),
            StepOp.Delete or StepOp.Replace => Gone(change),
            _ => new Finding("labels of the namespace change; running pods stay") { IsMinor = !change.Differs("metadata", "labels") },
        };

    public static Finding Quota(ObjectChange change)
    {
        var changes = string.Join(
            ", ",
            change.TextChanges("spec", "hard").Select(bound => $"{bound.Key} {bound.Old ?? "(none)"} -> {bound.New ?? "(none)"}")
        );
        return change.Op switch
        {
            StepOp.Create => new Finding(
                $"quota: {string.Join(", ", change.Object.Inputs.TextsAt("spec", "hard").Select(bound => $"{bound.Key} {bound.Value}"))}"
            ),
            StepOp.Delete => new Finding("no quota any more"),
            _ when changes.Length == 0 => new Finding("the quota stays") { IsMinor = true },
            _ => new Finding($"quota {changes}; running pods stay, new ones over it are refused"),
        };
    }

    public static Finding Limits(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("defaults for containers that say nothing") { IsMinor = true },
            _ => new Finding("other defaults, for new pods only"),
        };

    private static Finding Gone(ObjectChange change)
    {
        var name = change.Old!.Name;
        var before = change.World.Before;
        var inside = before.All.Where(o => o.Namespace == name).ToList();
        var pods = inside.Count(o => o.Kind is "Deployment" or "StatefulSet" or "DaemonSet");
        var claims = inside.Count(o =>
            o.Kind is "PersistentVolumeClaim" || (o.Kind == "StatefulSet" && o.Inputs.ItemsAt("spec", "volumeClaimTemplates").Count > 0)
        );
        var callers = inside
            .Where(o => o.Kind == "Service")
            .SelectMany(service => ObjectReferences.Callers(change.World.After, service))
            .Where(caller => caller.Namespace != name)
            .ToList();
        var what = $"removes the namespace with all in it: {pods} {(pods == 1 ? "workload" : "workloads")}";
        what += callers.Count > 0 ? $"; {ObjectReferences.Names(callers, name)} still {(callers.Count == 1 ? "calls" : "call")} it" : "";
        return claims > 0
            ? new Finding($"{what}, {claims} {(claims == 1 ? "claim" : "claims")} of volumes", Impact.DataLoss)
            {
                Advice = ["keep it: RetainOnDelete on the namespace, in an update before this one"],
            }
            : new Finding(what, pods > 0 || callers.Count > 0 ? Impact.Outage : Impact.None);
    }
}
