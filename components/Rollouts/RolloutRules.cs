using Components.Targets;
using Components.Values;

namespace Components.Rollouts;

/// <summary>Refuses what a release says and its kind of workload cannot do: said in a stack and silently left out, it would be taken for
/// done.</summary>
internal static class RolloutRules
{
    /// <summary>Checks the release of a workload that is no web service.</summary>
    /// <param name="release">The release, if it has one.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="kind">What it is, such as <c>a stateful service</c>.</param>
    /// <param name="why">Why it is so.</param>
    /// <param name="canary">Whether a canary is possible, by replica share.</param>
    /// <param name="autoscaler">Whether an autoscaler is possible.</param>
    /// <param name="replicas">Whether a number of replicas means something.</param>
    public static void Check(
        Release? release,
        ServiceReference workload,
        string kind,
        string why,
        bool canary = false,
        bool autoscaler = false,
        bool replicas = false
    )
    {
        // A release that is another workload's gives its version alone: a task of the same image runs what serves.
        if (release is null || (release.Workload.Length > 0 && release.Workload != workload.ToString()))
        {
            return;
        }

        Refuse(release.Canary?.Place ?? release.Place, release.Canary is not null && !canary, "canary");
        Refuse(release.BlueGreen?.Place ?? release.Place, release.BlueGreen is not null, "blueGreen");
        Refuse(release.Place, release.Replicas.IsAutoscaled && !autoscaler, "autoscaler");
        Refuse(release.Place, release.Replicas is { IsAutoscaled: false, Min: not 1 } && !replicas, "replicas");

        void Refuse(Place? place, bool refused, string what)
        {
            if (refused)
            {
                ProblemCollection.Report(
                    new Problem(
                        place,
                        $"{workload}: {kind} has no {what}",
                        $"{why} Write version{(replicas ? " and a plain number of replicas" : " alone")}."
                    )
                );
            }
        }
    }
}
