using Engine.Events;

namespace Engine.Effects.Rules;

/// <summary>What the change of a StatefulSet does: its pods have names and disks, so each stops before its successor starts.</summary>
internal static class StatefulSetRule
{
    public static Finding Of(ObjectChange change) =>
        change.Op switch
        {
            StepOp.Create => new Finding(Created(PodCount.Of(change.Object, change.World.After), Disks(change.Object))),
            StepOp.Delete => Gone(change, Removal.OfPods(change)),
            StepOp.Replace => Gone(change, new Finding($"deleted and made again: {change.Reason}", Impact.Outage) { Span = "minutes" }),
            _ => Update(change),
        };

    private static string Created(PodCount pods, string disks) =>
        disks.Length == 0 ? $"{pods}"
        : pods.Most == 1 ? $"{pods} with {disks}"
        : $"{pods}, each with {disks}";

    private static Finding Gone(ObjectChange change, Finding finding)
    {
        if (Disks(change.Old!).Length == 0)
        {
            return finding;
        }

        return change.Old!.Inputs.TextAt("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted") == "Delete"
            ? finding with
            {
                Words = $"{finding.Words}; its disks go with it",
                Impact = Impact.DataLoss,
                Span = "",
                Advice = ["instead: persistentVolumeClaimRetentionPolicy whenDeleted Retain, in an update before this one"],
            }
            : finding with
            {
                Words = $"{finding.Words}; its disks stay",
            };
    }

    private static Finding Update(ObjectChange change)
    {
        var pods = PodCount.Of(change.New!, change.World.After);
        var before = PodCount.Of(change.Old!, change.World.Before);
        var scale = before == pods || !before.IsKnown || !pods.IsKnown ? null : $"scales {before.Number} -> {pods.Number}";
        if (scale is not null && pods.Most == 0)
        {
            return new Finding($"{scale}: nothing runs", Impact.Outage);
        }

        if (Equals(change.Old!.PodTemplate, change.New!.PodTemplate))
        {
            return scale is null
                ? new Finding("its pods stay as they are") { IsMinor = true }
                : new Finding(pods.Fewest < before.Fewest ? $"{scale}; disks of those that go stay" : scale);
        }

        var to = ImageTags.NewTag(change.Old.PodTemplate, change.New.PodTemplate) is { } tag ? $" to {tag}" : "";
        var roll = (change.New.Inputs.TextAt("spec", "updateStrategy", "type"), pods.Fewest) switch
        {
            ("OnDelete", _) => new Finding("pods change when someone deletes them"),
            (_, null) => new Finding("restarts its pods, how many is not known", Impact.Unknown),
            (_, 0) => new Finding("no pod runs: the next ones are of the new kind"),
            (_, 1) => new Finding($"restarts 1 pod{to}: none is left meanwhile", Impact.Outage) { Span = "seconds" },
            _ => new Finding($"restarts {pods}{to}, one at a time", Impact.Restart),
        };
        return scale is null ? roll : roll with { Words = $"{scale}; {roll.Words}" };
    }

    private static string Disks(ClusterObject set) =>
        string.Join(
            ", ",
            set.Inputs.ItemsAt("spec", "volumeClaimTemplates")
                .Select(claim =>
                    $"disk {claim.TextAt("metadata", "name")} of "
                    + $"{claim.TextAt("spec", "resources", "requests", "storage") ?? "(unknown size)"}"
                )
        );
}
