using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>When a Job and a Pod count as ready.</summary>
internal static class RunStatus
{
    public static ReadyState Job(PropertyMap live)
    {
        var status = live.Map("status");
        return live.Map("spec").Flag("suspend") || live.Holds("Complete") ? ReadyState.Ready
            : live.Condition("Failed") is { } failed && failed.Text("status") == "True" ? ReadyState.Failed(failed.Said())
            : ReadyState.Waiting(
                $"{status.Count("active")} active, {status.Count("succeeded")} succeeded, {status.Count("failed")} failed"
            );
    }

    public static ReadyState Pod(PropertyMap live)
    {
        var phase = live.Map("status").Text("phase");
        return phase == "Succeeded" || (phase == "Running" && live.Holds("Ready")) ? ReadyState.Ready
            : phase == "Failed" ? ReadyState.Failed(string.Join("; ", PodObstacles.Of(live).DefaultIfEmpty("it has failed")))
            : ReadyState.Waiting(PodObstacles.Of(live).FirstOrDefault() ?? $"phase {phase}");
    }
}
