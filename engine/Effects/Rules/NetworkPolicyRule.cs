using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>Which connections the change of a NetworkPolicy opens and closes.</summary>
internal static class NetworkPolicyRule
{
    private const int Shown = 3;

    public static Finding Of(ObjectChange change)
    {
        var before = change.Old is null ? [] : Connections.Of(change.Old);
        var after = change.New is null ? [] : Connections.Of(change.New);
        var (opened, closed) = (
            after.Except(before).ToList(),
            before.Except(after).Where(connection => !IsOpenElsewhere(change, connection)).ToList()
        );
        if (change is { Op: StepOp.Create } && after.Count == 0)
        {
            return
                change.World.Before.OfKind("NetworkPolicy", change.Object.Namespace).Any()
                || change.World.Before.Find("Namespace", "", change.Object.Namespace) is null
                ? new Finding("closed but for what is declared") { IsMinor = true }
                : new Finding("from now on only declared connections pass", Impact.Unknown);
        }

        if (closed.FirstOrDefault(connection => StillCalls(change, connection)) is { } needed)
        {
            return new Finding($"closes {needed}, which is still called", Impact.Outage);
        }

        string[] words = [Words("opens", opened), Words("closes", closed)];
        return words.Any(word => word.Length > 0) ? new Finding(string.Join("; ", words.Where(word => word.Length > 0)))
            : change.Op == StepOp.Delete && before.Count == 0 ? new Finding("no longer closed by default")
            : change.Op == StepOp.Delete ? new Finding("what it lets through another policy lets through too") { IsMinor = true }
            : new Finding("lets through what it let through") { IsMinor = true };
    }

    private static string Words(string verb, List<string> connections) =>
        connections.Count == 0
            ? ""
            : $"{verb} {string.Join(", ", connections.Take(Shown))}"
                + (connections.Count > Shown ? $" and {connections.Count - Shown} more" : "");

    private static bool IsOpenElsewhere(ObjectChange change, string connection) =>
        change
            .World.After.OfKind("NetworkPolicy", change.Object.Namespace)
            .Any(policy =>
                policy.State.Urn != change.Object.State.Urn
                && Direction(policy) == Direction(change.Object)
                && Connections.Of(policy).Contains(connection)
            );

    private static bool Direction(ClusterObject policy) => policy.Inputs.ItemsAt("spec", "ingress").Count > 0;

    // Both sides named by their label `app`, as the components name them; other connections are not looked into.
    private static bool StillCalls(ObjectChange change, string connection)
    {
        if (connection.Split(" -> ") is not [var caller, var called] || called.Split(':')[0] is not { } callee)
        {
            return false;
        }

        var (fromSpace, from) = Split(caller, change.Object.Namespace);
        var (toSpace, to) = Split(callee, change.Object.Namespace);
        return change
            .World.After.OfKind("Service", toSpace)
            .Where(service => service.Inputs.TextAt("spec", "selector", "app") == to)
            .Any(service =>
                ObjectReferences
                    .Callers(change.World.After, service)
                    .Any(workload => workload.Namespace == fromSpace && workload.PodLabels.GetValueOrDefault("app") == from)
            );
    }

    private static (string Space, string Name) Split(string name, string ownNamespace) =>
        name.Split('/') is [var space, var app] ? (space, app) : (ownNamespace, name);
}
