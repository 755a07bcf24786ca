using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>One change of one object, as the API server told a watch.</summary>
/// <param name="Revision">The store's revision: it orders the changes of all kinds.</param>
/// <param name="IsGone">Whether the object was deleted by it.</param>
/// <param name="Object">The object, as it was then.</param>
internal sealed record ClusterEvent(long Revision, bool IsGone, JsonObject Object)
{
    /// <summary>Reads what <c>kubectl get --watch --output-watch-events -o json</c> prints.</summary>
    public static ClusterEvent Read(string json)
    {
        var told = JsonNode.Parse(json)!.AsObject();
        var changed = told["object"]!.AsObject();
        return new(
            long.Parse((string)changed["metadata"]!["resourceVersion"]!, System.Globalization.CultureInfo.InvariantCulture),
            (string?)told["type"] == "DELETED",
            changed
        );
    }

    /// <summary>What tells the object from all others.</summary>
    public (string Kind, string Namespace, string Name) Key =>
        ((string)Object["kind"]!, (string?)Object["metadata"]!["namespace"] ?? "", (string)Object["metadata"]!["name"]!);
}
