using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What changes of DaemonSets, Jobs, CronJobs and single Pods do.</summary>
internal static class RunnerRules
{
    public static Finding DaemonSet(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("a pod on every node"),
            StepOp.Delete => new Finding("removes its pod from every node"),
            StepOp.Replace => new Finding($"removed from every node, then made again: {change.Reason}", Impact.Restart),
            _ when Equals(change.Old!.PodTemplate, change.New!.PodTemplate) => new Finding("its pods stay as they are") { IsMinor = true },
            _ when change.New.Inputs.TextAt("spec", "updateStrategy", "type") == "OnDelete" => new Finding(
                "pods change when someone deletes them"
            ),
            _ => new Finding($"replaced node by node{To(change)}", Impact.Restart),
        };

    public static Finding Job(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding("runs once"),
            StepOp.Delete => new Finding("removed, with the logs of its run; it is stopped if it runs"),
            StepOp.Replace => new Finding("runs again; it is stopped first if it runs", Impact.Restart),
            _ => new Finding("its run goes on as it is") { IsMinor = true },
        };

    public static Finding CronJob(ObjectChange change)
    {
        var (old, next) = (change.Old?.Inputs.TextAt("spec", "schedule"), change.New?.Inputs.TextAt("spec", "schedule"));
        return change.Op switch
        {
            StepOp.Create => new Finding($"runs at {next}"),
            StepOp.Delete => new Finding($"runs no longer at {old}"),
            StepOp.Replace => new Finding("made again; a run that is under way is stopped", Impact.Restart),
            _ when old != next => new Finding($"runs at {next} instead of {old}"),
            _ => new Finding($"the next run, at {next}, is of the new kind"),
        };
    }

    public static Finding Pod(ObjectChange change)
    {
        var runsToItsEnd = change.Object.Inputs.TextAt("spec", "restartPolicy") is "Never" or "OnFailure";
        return change.Op switch
        {
            StepOp.Create => new Finding(runsToItsEnd ? "runs once" : "1 pod"),
            StepOp.Delete => runsToItsEnd ? new Finding("removed, with the logs of its run") : Removal.OfPods(change),
            StepOp.Replace when runsToItsEnd => new Finding("runs again", Impact.Restart),
            StepOp.Replace => new Finding($"deleted and made again: {change.Reason}", Impact.Outage) { Span = "seconds" },
            _ when change.Differs("spec", "containers") => runsToItsEnd
                ? new Finding("its container restarts with another image", Impact.Restart)
                : new Finding("its container restarts with another image", Impact.Outage) { Span = "seconds" },
            _ => new Finding("goes on as it is") { IsMinor = true },
        };
    }

    private static string To(ObjectChange change) =>
        ImageTags.NewTag(change.Old!.PodTemplate, change.New!.PodTemplate) is { } tag ? $", to {tag}" : "";
}
