namespace Components.Policies;

/// <summary>How findings are worded.</summary>
internal static class PolicyText
{
    private const int NoticeDays = 14;

    public static string Violation(Policy policy, Violation violation) =>
        $"""
            {policy.Id}  {violation.Resource}: {violation.Path} {violation.Given}.
              Why: {policy.Reason}
              Fix: {policy.Fix} If it must be so, waive it where the resource is made: .Waive("{policy.Id}", because: "…", until: "year-month-day").
            """;

    public static string? Waiver(Waiver waiver, DateOnly today) =>
        (waiver.Until.DayNumber - today.DayNumber) switch
        {
            < 0 => $"{waiver.Source}  waiver {waiver.Policy} ended on {waiver.Until:yyyy-MM-dd} ({waiver.Because}). Follow the rule and "
                + $"remove it, or move its date.",
            var left and <= NoticeDays => $"{waiver.Source}  waiver {waiver.Policy} ends in {left} days ({waiver.Because}).",
            _ => null,
        };

    public static string Unused(Waiver waiver, IEnumerable<Policy> policies) =>
        policies.Any(p => p.Id == waiver.Policy)
            ? $"{waiver.Source}  waiver {waiver.Policy} is not needed: the rule is kept. Remove it."
            : $"{waiver.Source}  waiver {waiver.Policy} names no rule. Rules: {string.Join(", ", policies.Select(p => p.Id))}.";
}
