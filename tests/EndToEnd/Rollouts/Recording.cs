namespace EndToEnd.Tests.Rollouts;

/// <summary>What happened in a cluster from one revision on.</summary>
internal static class Recording
{
    /// <summary>The moments, in order: the first is how things were at the start.</summary>
    /// <param name="events">The changes, of all kinds, in the order in which they were told.</param>
    /// <param name="start">The revision at the start: older changes are how objects came to be listed first.</param>
    public static IReadOnlyList<ClusterMoment> Moments(IEnumerable<ClusterEvent> events, long start)
    {
        var now = ClusterMoment.Nothing;
        var moments = new List<ClusterMoment>();
        var ordered = events.OrderBy(change => change.Revision).ToList();
        foreach (var change in ordered.Where(change => change.Revision <= start))
        {
            now = now.After(change);
        }

        moments.Add(now with { Revision = start });
        foreach (var change in ordered.Where(change => change.Revision > start))
        {
            now = now.After(change);
            moments.Add(now);
        }

        return moments;
    }
}
