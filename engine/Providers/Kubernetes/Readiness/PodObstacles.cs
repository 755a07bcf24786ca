using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>Why the pods of a workload are not ready, in the words of the scheduler, the kubelet and the controllers.</summary>
internal sealed class PodObstacles(ApiObjects objects)
{
    private const int NamedPods = 3;
    private const int ShownEvents = 3;
    private const string RevisionAnnotation = "deployment.kubernetes.io/revision";

    private static readonly ObjectKind PodKind = new("v1", "Pod");
    private static readonly ObjectKind EventKind = new("v1", "Event");
    private static readonly ObjectKind ReplicaSetKind = new("apps/v1", "ReplicaSet");

    private static readonly HashSet<string> Usual = ["ContainerCreating", "PodInitializing"];

    /// <summary>What stands in the way of the pods of the newest version; where there are none, what keeps them from being made.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(PropertyMap live, CancellationToken cancellation)
    {
        try
        {
            return await KnownAsync(live, cancellation);
        }
        catch (ApiException e)
        {
            return [$"why is not known: {Refusals.Explained(e)}"];
        }
    }

    private async Task<IReadOnlyList<string>> KnownAsync(PropertyMap live, CancellationToken cancellation)
    {
        var space = live.Map("metadata").Text("namespace");
        var newest = await NewestAsync(live, space, cancellation);
        var pods = await objects.ListAsync(PodKind, space, Selectors.OfWorkload(live.Map("spec").Map("selector")), cancellation);
        var lines =
            from pod in pods
            where newest is not { } label || pod.Map("metadata").Map("labels").Text(label.Key) == label.Value
            from obstacle in Of(pod)
            group pod.Map("metadata").Text("name") by obstacle into same
            select $"{Named([.. same.OfType<string>()])}: {same.Key}";
        var found = lines.ToList();
        return found.Count > 0 ? found : await EventsAsync(live, space, cancellation);
    }

    /// <summary>Of one pod.</summary>
    public static IEnumerable<string> Of(PropertyMap pod)
    {
        if (pod.Condition("PodScheduled") is { } scheduled && scheduled.Text("status") == "False")
        {
            yield return $"not scheduled: {scheduled.Text("message")}";
        }

        var status = pod.Map("status");
        foreach (var container in status.Items("initContainerStatuses").Concat(status.Items("containerStatuses")))
        {
            if (Of(container, pod) is { } obstacle)
            {
                yield return $"container {container.Text("name")}: {obstacle}";
            }
        }

        if (status.Text("reason") is { } reason)
        {
            yield return $"{reason}: {status.Text("message")}";
        }
    }

    private static string? Of(PropertyMap container, PropertyMap pod)
    {
        var (state, last) = (container.Map("state"), container.Map("lastState").Map("terminated"));
        if (state.Map("waiting") is { Count: > 0 } waiting)
        {
            return Usual.Contains(waiting.Text("reason") ?? "")
                ? null
                : $"{waiting.Text("reason")}{After(": ", waiting.Text("message"))}{(last.Count > 0 ? $" (it {Ended(last)})" : "")}";
        }

        if (state.Map("terminated") is { Count: > 0 } terminated)
        {
            return terminated.Count("exitCode") == 0 ? null : $"it {Ended(terminated)}";
        }

        var runs = pod.Map("status").Text("phase") == "Running" && state.ContainsKey("running");
        return runs && container.ContainsKey("ready") && !container.Flag("ready")
            ? "runs, but is not ready: its readiness probe does not succeed"
            : null;
    }

    private static string Ended(PropertyMap terminated) =>
        $"ended with exit code {terminated.Count("exitCode")}, {terminated.Text("reason")}{After(": ", terminated.Text("message"))}";

    private static string After(string separator, string? text) => string.IsNullOrEmpty(text) ? "" : separator + text;

    private static string Named(List<string> pods) =>
        $"{(pods.Count == 1 ? "pod" : $"{pods.Count} pods,")} "
        + $"{string.Join(", ", pods.Order(StringComparer.Ordinal).Take(NamedPods))}{(pods.Count > NamedPods ? ", …" : "")}";

    // The label by which the pods of the newest version are known from those of older ones.
    private async Task<(string Key, string Value)?> NewestAsync(PropertyMap live, string? space, CancellationToken cancellation)
    {
        const string HashLabel = "pod-template-hash";
        switch (live.Text("kind"))
        {
            case "StatefulSet":
                return live.Map("status").Text("updateRevision") is { } revision ? ("controller-revision-hash", revision) : null;
            case "Deployment":
                return (await ReplicaSetAsync(live, space, cancellation))?.Map("metadata").Map("labels").Text(HashLabel) is { } hash
                    ? (HashLabel, hash)
                    : null;
            default:
                return null;
        }
    }

    private async Task<PropertyMap?> ReplicaSetAsync(PropertyMap deployment, string? space, CancellationToken cancellation)
    {
        var metadata = deployment.Map("metadata");
        var sets = await objects.ListAsync(
            ReplicaSetKind,
            space,
            Selectors.OfWorkload(deployment.Map("spec").Map("selector")),
            cancellation
        );
        return sets.FirstOrDefault(set =>
            set.Map("metadata").Items("ownerReferences").Any(owner => owner.Text("uid") == metadata.Text("uid"))
            && set.Map("metadata").Map("annotations").Text(RevisionAnnotation) == metadata.Map("annotations").Text(RevisionAnnotation)
        );
    }

    private async Task<IReadOnlyList<string>> EventsAsync(PropertyMap live, string? space, CancellationToken cancellation)
    {
        var creator = live.Text("kind") == "Deployment" ? await ReplicaSetAsync(live, space, cancellation) ?? live : live;
        if (creator.Map("metadata").Text("uid") is not { } uid)
        {
            return [];
        }

        var events = await objects.ListAsync(EventKind, space, Selectors.ByField("involvedObject.uid", uid), cancellation);
        return [.. events.Where(e => e.Text("type") == "Warning").Select(e => e.Said()).Distinct().TakeLast(ShownEvents)];
    }
}
