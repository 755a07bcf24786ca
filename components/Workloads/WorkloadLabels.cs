using Agreement;
using Components.Rollouts;

namespace Components.Workloads;

/// <summary>
/// The labels of a workload's objects. Services and network policies select by <c>app</c>, so that every track gets traffic; controllers by
/// <c>app</c> and <c>track</c>.
/// </summary>
internal static class WorkloadLabels
{
    private const string Rollout = "rollout";
    private const string CandidateRollout = "candidate";

    public static IReadOnlyDictionary<string, string> Of(string name, string space, ImageVersion? version, string track)
    {
        var labels = new Dictionary<string, string>
        {
            [PodLabel.App] = name,
            ["app.kubernetes.io/name"] = name,
            ["app.kubernetes.io/part-of"] = space,
            [PodLabel.Track] = track,
        };
        if (track != Components.Rollouts.Track.Stable)
        {
            labels[Rollout] = CandidateRollout;
        }

        if (version is not null)
        {
            labels["app.kubernetes.io/version"] = version.Label;
            labels[PodLabel.Version] = version.Label;
        }

        return labels;
    }

    /// <summary>For objects that all tracks share.</summary>
    public static Dictionary<string, string> Shared(string name, string space) =>
        new()
        {
            [PodLabel.App] = name,
            ["app.kubernetes.io/name"] = name,
            ["app.kubernetes.io/part-of"] = space,
        };

    public static Dictionary<string, string> App(string name) => new() { [PodLabel.App] = name };

    /// <summary>The version that is rolled out beside the stable one, of whatever track.</summary>
    public static Dictionary<string, string> Candidate(string name) => new() { [PodLabel.App] = name, [Rollout] = CandidateRollout };

    public static Dictionary<string, string> Track(string name, string track) => new() { [PodLabel.App] = name, [PodLabel.Track] = track };
}
