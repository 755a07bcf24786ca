namespace Components.Policies;

/// <summary>A rule over the resources of a program.</summary>
/// <param name="Id">What waivers and messages call it, such as <c>IMG001</c>.</param>
/// <param name="Reason">Why it is a rule.</param>
/// <param name="Fix">What to do instead.</param>
/// <param name="Check">Finds what breaks it, among all resources that the program registered.</param>
public sealed record Policy(string Id, string Reason, string Fix, Func<IReadOnlyList<RegisteredResource>, IEnumerable<Violation>> Check)
{
    /// <summary>A rule that looks at one resource at a time.</summary>
    /// <param name="id">What waivers and messages call it.</param>
    /// <param name="reason">Why it is a rule.</param>
    /// <param name="fix">What to do instead.</param>
    /// <param name="check">Finds what breaks it in one resource: where, and what is there.</param>
    public static Policy OnEach(
        string id,
        string reason,
        string fix,
        Func<RegisteredResource, IEnumerable<(PropertyNode At, string Given)>> check
    ) =>
        new(id, reason, fix, resources =>
            resources.SelectMany(resource => check(resource).Select(found => new Violation(resource, found.At.Path, found.Given)))
        );
}
