using System.Globalization;
using System.Runtime.CompilerServices;
using Components.Values;
using Pulumi;

namespace Components.Policies;

/// <summary>Waivers, written at the call site that needs them.</summary>
public static class WaiverExtensions
{
    // Weak: a waiver lives as long as its resource, and runs of a program in one process do not see each other's.
    private static readonly ConditionalWeakTable<Resource, List<Waiver>> s_waivers = [];

    /// <summary>Lets this resource, and what it is the parent of, break a rule until a day. Returns the resource.</summary>
    /// <param name="resource">The resource; a component's waiver covers all that it makes.</param>
    /// <param name="policy">The rule's id, such as <c>IMG001</c>.</param>
    /// <param name="because">Why it must be so, for whoever reads the waiver later.</param>
    /// <param name="until">The last day, as <c>2027-01-31</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="FormatException"><paramref name="until"/> is no date, or there is no reason.</exception>
    public static T Waive<T>(
        this T resource,
        string policy,
        string because,
        string until,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(resource);
        var source =
            $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}:{line.ToString(CultureInfo.InvariantCulture)}";
        if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new FormatException(
                $"{source}: '{until}' is no date. A waiver of {policy} needs its last day as year-month-day, such as 2027-01-31."
            );
        }

        if (!Reasons.IsGiven(because))
        {
            throw new FormatException($"{source}: a waiver of {policy} needs a reason in 'because'. Say in a sentence why it must be so.");
        }

        s_waivers.GetOrCreateValue(resource).Add(new Waiver(policy, because.Trim(), day, source));
        return resource;
    }

    internal static IReadOnlyList<Waiver> Of(Resource resource) => s_waivers.TryGetValue(resource, out var waivers) ? waivers : [];
}
