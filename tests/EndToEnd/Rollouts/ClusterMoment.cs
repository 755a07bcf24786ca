using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>All recorded objects between two changes.</summary>
/// <param name="Revision">The store's revision since which it was so.</param>
/// <param name="Objects">The objects that there were.</param>
internal sealed record ClusterMoment(long Revision, ImmutableDictionary<(string Kind, string Namespace, string Name), JsonObject> Objects)
{
    private const string Actions = "alb.ingress.kubernetes.io/actions.";

    public static ClusterMoment Nothing { get; } = new(0, ImmutableDictionary<(string, string, string), JsonObject>.Empty);

    public ClusterMoment After(ClusterEvent change) =>
        new(change.Revision, change.IsGone ? Objects.Remove(change.Key) : Objects.SetItem(change.Key, change.Object));

    public IEnumerable<JsonObject> Of(string kind, string space) =>
        Objects.Where(entry => entry.Key.Kind == kind && entry.Key.Namespace == space).Select(entry => entry.Value);

    public JsonObject? Find(string kind, string space, string name) => Objects.GetValueOrDefault((kind, space, name));

    /// <summary>The pods that a Service sends requests to.</summary>
    public IReadOnlyList<string> ReadyBehind(string space, string service) =>
        [
            .. Of("EndpointSlice", space)
                .Where(slice => (string?)slice["metadata"]!["labels"]?["kubernetes.io/service-name"] == service)
                .SelectMany(slice => slice["endpoints"]?.AsArray() ?? [])
                .Where(endpoint => (bool?)endpoint!["conditions"]?["ready"] == true)
                .Select(endpoint => (string)endpoint!["targetRef"]!["name"]!)
                .Distinct(),
        ];

    /// <summary>How an Ingress splits the traffic of a service: Services and their weights.</summary>
    public IReadOnlyDictionary<string, int> Weights(string space, string ingress, string service) =>
        Find("Ingress", space, ingress)?["metadata"]!["annotations"]?[Actions + service] is { } action
            ? JsonNode.Parse((string)action!)!["forwardConfig"]!["targetGroups"]!
                .AsArray()
                .ToDictionary(group => (string)group!["serviceName"]!, group => (int)group!["weight"]!)
            : [];

    /// <summary>The pods that a Deployment counts: chosen by its selector, neither ended nor ending.</summary>
    public IEnumerable<JsonObject> PodsOf(JsonObject deployment)
    {
        var selector = deployment["spec"]!["selector"]!["matchLabels"]!.AsObject();
        return Of("Pod", (string)deployment["metadata"]!["namespace"]!)
            .Where(pod =>
                pod["metadata"]!["deletionTimestamp"] is null && (string?)pod["status"]?["phase"] is not ("Succeeded" or "Failed")
            )
            .Where(pod => selector.All(label => (string?)pod["metadata"]!["labels"]?[label.Key] == (string?)label.Value));
    }
}
