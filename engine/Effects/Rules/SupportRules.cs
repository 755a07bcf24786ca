using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What changes of objects that go along with workloads do.</summary>
internal static class SupportRules
{
    public static Finding Autoscaler(ObjectChange change)
    {
        var (old, next) = (Bounds(change.Old), Bounds(change.New));
        return change.Op switch
        {
            StepOp.Create => new Finding($"an autoscaler keeps {next} pods") { IsMinor = true },
            StepOp.Delete => new Finding("no autoscaler any more; the number of pods is fixed") { IsMinor = true },
            _ when old != next => new Finding($"autoscaler: {old} -> {next} pods"),
            _ => new Finding("the autoscaler aims at another load"),
        };
    }

    public static Finding DisruptionBudget(ObjectChange change) =>
        change.Op == StepOp.Delete
            ? new Finding("drains of nodes may take all its pods at once") { IsMinor = true }
            : new Finding("drains of nodes keep to it") { IsMinor = true };

    public static Finding Access(ObjectChange change)
    {
        var role = change.Object.Inputs.TextAt("roleRef", "name") ?? change.Object.Name;
        var who = string.Join(", ", change.Object.Inputs.ItemsAt("subjects").Select(subject => subject.TextAt("name")).OfType<string>());
        return change.Op switch
        {
            StepOp.Create => new Finding($"grants {role}{(who.Length > 0 ? $" to {who}" : "")}"),
            StepOp.Delete => new Finding($"takes {role}{(who.Length > 0 ? $" from {who}" : "")}; who uses it is refused", Impact.Unknown),
            StepOp.Replace => new Finding($"{role}: for a moment nobody has it", Impact.Unknown) { Span = "seconds" },
            _ => new Finding($"rights of {role} change", Impact.Unknown),
        };
    }

    public static Finding ServiceAccount(ObjectChange change)
    {
        var users = change
            .World.After.Workloads.Where(w =>
                w.Namespace == change.Object.Namespace && w.PodTemplate.TextAt("spec", "serviceAccountName") == change.Object.Name
            )
            .ToList();
        return change.Op switch
        {
            StepOp.Create => new Finding("identity of its pods") { IsMinor = true },
            StepOp.Delete or StepOp.Replace when users.Count > 0 => new Finding(
                $"removed, though {ObjectReferences.Names(users, change.Object.Namespace)} runs as it: new pods do not start",
                Impact.Outage
            ),
            StepOp.Update when change.Differs("metadata", "annotations") => new Finding("pods take the new role when they restart"),
            _ => new Finding("identity of its pods") { IsMinor = true },
        };
    }

    public static Finding Definition(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding($"new kind of objects: {change.Object.Name}"),
            StepOp.Update => new Finding($"another schema for {change.Object.Name}", Impact.Unknown),
            _ => new Finding($"deletes every object of kind {change.Object.Name}", Impact.DataLoss),
        };

    public static Finding Nodes(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("new kind of nodes"),
            StepOp.Delete or StepOp.Replace => new Finding("drains and removes its nodes, pods move to others", Impact.Restart),
            _ => new Finding("nodes that no longer fit are drained and replaced, as disruption budgets allow", Impact.Restart),
        };

    private static string Bounds(ClusterObject? scaler) =>
        $"{scaler?.Inputs.NumberAt("spec", "minReplicas") ?? 1} to "
        + $"{(scaler?.Inputs.NumberAt("spec", "maxReplicas") is { } most ? $"{most}" : "?")}";
}
