using Components.Policies;

namespace Infra.Policies;

/// <summary>What a plan comes to: how full it makes namespaces and nodes, and how it stands with the rules. Previews print it below the
/// plan.</summary>
public static class PlanSummary
{
    private const int Soon = 30;

    private static readonly (string Word, string Said)[] s_bounds =
    [
        ("requests.cpu", "CPU requested"),
        ("requests.memory", "memory requested"),
        ("limits.memory", "memory limits"),
    ];

    /// <summary>Tells the engine.</summary>
    public static void Tell(PolicyReport report)
    {
        foreach (var (title, text) in Of(report))
        {
            PlanNotes.Tell(title, text);
        }
    }

    /// <summary>Notes such as <c>Capacity: workshop at peak: 5.6 of 8 CPU requested</c>.</summary>
    public static IEnumerable<(string Title, string Text)> Of(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var demands = PeakDemand.Of(report.Resources);
        foreach (var bound in report.Resources)
        {
            var used = bound.Kind switch
            {
                "ResourceQuota" => Used(bound.Inputs["spec"]["hard"], "", demands.Where(demand => demand.Namespace == bound.Namespace)),
                "NodePool" => Used(bound.Inputs["spec"]["limits"], "requests.", demands),
                _ => "",
            };
            if (used.Length > 0)
            {
                yield return ("Capacity", $"{(bound.Kind == "NodePool" ? "nodes" : bound.Namespace)} at peak: {used}");
            }
        }

        var warnings = $"{report.Warnings.Count} {(report.Warnings.Count == 1 ? "warning" : "warnings")}";
        yield return (
            "Policy",
            $"{CompanyPolicies.All.Count} rules, {report.Errors.Count} broken, {warnings}, {report.Waivers.Count} waived"
        );
        foreach (
            var (waiver, resource, days) in report
                .Waivers.Where(waived => waived.DaysLeft is >= 0 and <= Soon)
                .OrderBy(waived => waived.DaysLeft)
        )
        {
            yield return ("Policy", $"waiver {waiver.Policy} ({resource}) ends in {days} {(days == 1 ? "day" : "days")}: {waiver.Source}");
        }
    }

    private static string Used(PropertyNode limits, string prefix, IEnumerable<PeakDemand> demands) =>
        string.Join(
            ", ",
            s_bounds
                .Where(bound => bound.Word.StartsWith(prefix, StringComparison.Ordinal))
                .Select(bound => (bound.Word, bound.Said, Limit: limits[bound.Word[prefix.Length..]]))
                .Where(bound => bound.Limit.Text is not null)
                .Select(bound =>
                    (
                        bound.Word,
                        bound.Said,
                        Limit: bound.Limit.Quantity ?? 0,
                        Peak: demands.Sum(demand => demand.Pods * demand.PerPod[bound.Word])
                    )
                )
                .Select(bound => $"{Quantity.Say(bound.Word, bound.Peak)} of {Quantity.Say(bound.Word, bound.Limit)} {bound.Said}")
        );
}
