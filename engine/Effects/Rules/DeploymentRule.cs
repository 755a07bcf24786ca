using System.Globalization;
using Engine.Events;
using Engine.Values;

namespace Engine.Effects.Rules;

/// <summary>What the change of a Deployment does to its pods.</summary>
internal static class DeploymentRule
{
    private const string InsteadOfReplacing = "instead: declare it under a new name, move callers, remove the old one";

    public static Finding Of(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => TrackWords.Started(change) is { } track
                ? new Finding(track)
                : new Finding(PodCount.Of(change.Object, change.World.After).ToString()),
            StepOp.Delete => Removal.OfPods(change),
            StepOp.Replace when change.IsDeletedFirst => new Finding($"deleted and made again: {change.Reason}", Impact.Outage)
            {
                Span = "minutes",
                Advice = [InsteadOfReplacing],
            },
            StepOp.Replace => new Finding($"replaced by {change.New!.Name}, which runs first: {change.Reason}"),
            _ => Update(change),
        };

    private static Finding Update(ObjectChange change)
    {
        var findings = new[] { Scale(change), Roll(change) }.OfType<Finding>().ToList();
        return findings.Count switch
        {
            0 => new Finding("its pods stay as they are") { IsMinor = true },
            1 => findings[0],
            _ => findings.MaxBy(finding => finding.Impact)! with
            {
                Words = string.Join("; ", findings.Select(finding => finding.Words)),
                Advice = [.. findings.SelectMany(finding => finding.Advice)],
            },
        };
    }

    private static Finding? Roll(ObjectChange change)
    {
        var (old, next) = (change.Old!.PodTemplate, change.New!.PodTemplate);
        if (Equals(old, next))
        {
            return null;
        }

        var pods = PodCount.Of(change.New, change.World.After);
        if (!pods.IsKnown)
        {
            return new Finding("rolls its pods, how many is not known", Impact.Unknown);
        }

        if (pods.Fewest == 0)
        {
            return new Finding("no pod runs: the next ones are of the new kind");
        }

        var rolls = Fields.HasUnknowns(next) && !Fields.HasUnknowns(old) ? "may roll" : "rolls";
        var to = ImageTags.NewTag(old, next) is { } tag ? $" to {tag}" : "";
        var strategy = change.New.Inputs.At("spec", "strategy");
        if (strategy.TextAt("type") == "Recreate")
        {
            return new Finding($"restarts {pods}{to}: the old stop before the new start", Impact.Outage) { Span = "seconds" };
        }

        var few = pods.Fewest ?? 1;
        var surge = Part(strategy.At("rollingUpdate", "maxSurge"), few, up: true);
        var missing = Part(strategy.At("rollingUpdate", "maxUnavailable"), few, up: false);
        missing = surge + missing == 0 ? 1 : missing;
        if (missing >= few)
        {
            return new Finding($"restarts {pods}{to}{(few > 1 ? " at once" : "")}: none is left meanwhile", Impact.Outage)
            {
                Span = "seconds",
                Advice = ["instead: maxSurge 1 and maxUnavailable 0, which start the new pod first"],
            };
        }

        var pace =
            few == 1
                ? "the new one first"
                : $"{Count(Math.Max(1, surge + missing))} at a time{(missing > 0 ? $", {missing} fewer meanwhile" : "")}";
        return HasReadiness(next) || !change.World.After.ServicesOf(change.New).Any()
            ? new Finding($"{rolls} {pods}{to}, {pace}")
            : new Finding($"{rolls} {pods}{to}, {pace}; without a readiness probe requests may come too early", Impact.Unknown);
    }

    private static Finding? Scale(ObjectChange change)
    {
        var (before, after) = (PodCount.Of(change.Old!, change.World.Before), PodCount.Of(change.New!, change.World.After));
        var (old, next) = (change.Old!.Inputs.NumberAt("spec", "replicas"), change.New!.Inputs.NumberAt("spec", "replicas"));
        if (old is > 1 && next is null && !change.New.Inputs.IsUnknownAt("spec", "replicas"))
        {
            return Handover(change, (int)old);
        }

        if (before == after || !before.IsKnown || !after.IsKnown)
        {
            return before == after ? null : new Finding("scales, to how many is not known", Impact.Unknown);
        }

        return after.Most == 0
            ? new Finding($"scales {before.Number} -> 0: nothing runs", Impact.Outage)
            : new Finding($"scales {before.Number} -> {after.Number}");
    }

    // Who no longer writes `replicas` gives it back to Kubernetes, whose default is 1; an autoscaler looks every 15 seconds. Who has scaled
    // by
    // hand to another number owns the field, and it stays.
    private static Finding Handover(ObjectChange change, int from) =>
        change.World.After.AutoscalerOf(change.New!) is null
            ? new Finding($"'replicas' is no longer set: falls from {from} pods to 1", Impact.Restart)
            : new Finding($"an autoscaler takes over: falls from {from} pods to 1 until it acts, some 15 seconds", Impact.Restart)
            {
                Advice =
                [
                    $"to keep them: kubectl scale deployment {change.New!.Name} -n {change.New.Namespace} --replicas {from + 1}, right "
                        + $"before the update",
                ],
            };

    /// <summary>A number, or a percentage of the pods: Kubernetes rounds a surge up, and what may be missing down.</summary>
    private static int Part(PropertyValue? value, int pods, bool up)
    {
        if (value is PropertyNumber number)
        {
            return (int)number.Value;
        }

        var text = value.TextAt() ?? "25%";
        if (!text.EndsWith('%') || !double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) ? plain : 0;
        }

        return (int)(up ? Math.Ceiling(pods * percent / 100) : Math.Floor(pods * percent / 100));
    }

    private static bool HasReadiness(PropertyValue? template) =>
        template
            .ItemsAt("spec", "containers")
            .Where(container => container.ItemsAt("ports").Count > 0)
            .All(container => container.At("readinessProbe") is not null);

    private static string Count(int number) => number == 1 ? "one" : $"{number}";
}
