using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>When the kinds that keep pods running count as ready: all pods are of the newest version and ready, and none of an older one is
/// left.</summary>
internal static class WorkloadStatus
{
    private static readonly ReadyState Unseen = ReadyState.Waiting("its controller has not seen the change yet");

    public static ReadyState Deployment(PropertyMap live)
    {
        if (live.Map("spec").Flag("paused"))
        {
            return ReadyState.Ready;
        }

        if (!live.IsObserved())
        {
            return Unseen;
        }

        var rollout = Rollout(live);
        return !rollout.IsReady && live.Condition("Progressing")?.Text("reason") == "ProgressDeadlineExceeded"
            ? ReadyState.Stalled(
                $"{rollout.Progress}, and none followed within progressDeadlineSeconds "
                    + $"({live.Map("spec").Count("progressDeadlineSeconds")})"
            )
            : rollout;
    }

    private static ReadyState Rollout(PropertyMap live)
    {
        var (status, wanted) = (live.Map("status"), live.Replicas());
        var (total, updated, available) = (status.Count("replicas"), status.Count("updatedReplicas"), status.Count("availableReplicas"));
        return updated < wanted ? ReadyState.Waiting(Updated(updated, wanted) + Failure(live))
            : total > updated ? ReadyState.Waiting($"{Updated(updated, wanted)}, {total - updated} of the old version still there")
            : ReadyState.When(available >= updated && (wanted == 0 || live.Holds("Available")), Ready(available, wanted) + Failure(live));
    }

    public static ReadyState StatefulSet(PropertyMap live)
    {
        var (status, wanted) = (live.Map("status"), live.Replicas());
        if (!live.IsObserved())
        {
            return Unseen;
        }

        var strategy = live.Map("spec").Map("updateStrategy");
        var kept = (int)(strategy.Map("rollingUpdate").Number("partition") ?? 0);
        var (ready, updated) = (status.Count("readyReplicas"), status.Count("updatedReplicas"));
        return ready < wanted ? ReadyState.Waiting(Ready(ready, wanted))
            : strategy.Text("type") == "OnDelete" ? ReadyState.Ready
            : kept > 0 ? ReadyState.When(updated >= wanted - kept, Updated(updated, wanted - kept))
            : ReadyState.When(
                status.Text("currentRevision") == status.Text("updateRevision") && status.Count("replicas") == wanted,
                Updated(updated, wanted)
            );
    }

    public static ReadyState DaemonSet(PropertyMap live)
    {
        var status = live.Map("status");
        if (!live.IsObserved())
        {
            return Unseen;
        }

        var (wanted, updated, available) = (
            status.Count("desiredNumberScheduled"),
            status.Count("updatedNumberScheduled"),
            status.Count("numberAvailable")
        );
        return updated < wanted && live.Map("spec").Map("updateStrategy").Text("type") != "OnDelete"
            ? ReadyState.Waiting(Updated(updated, wanted))
            : ReadyState.When(available >= wanted, Ready(available, wanted));
    }

    public static ReadyState ReplicationController(PropertyMap live)
    {
        var (available, wanted) = (live.Map("status").Count("availableReplicas"), live.Replicas());
        return !live.IsObserved() ? Unseen : ReadyState.When(available == wanted, Ready(available, wanted));
    }

    private static string Ready(int ready, int wanted) => $"{ready} of {wanted} pods ready";

    private static string Updated(int updated, int wanted) => $"{updated} of {wanted} pods updated";

    private static string Failure(PropertyMap live) =>
        live.Condition("ReplicaFailure") is { } failure && failure.Text("status") == "True" ? $" ({failure.Said()})" : "";
}
