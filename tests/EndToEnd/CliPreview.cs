using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>Reads what <c>pulumi preview --json</c> prints.</summary>
/// <remarks>
/// A rehearsed EKS cluster has no kubeconfig in a preview, so the CLI lists all that is in it as possibly updated, without the defaults
/// that a
/// provider's check adds. What counts here is whether a value that the program gives differs from the one in the state.
/// </remarks>
internal static class CliPreview
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string Secret = "[secret]";

    /// <summary>The objects in the cluster that a preview would change, as <c>update Deployment web/nginx</c>, sorted.</summary>
    public static IReadOnlyList<string> Changed(string json) =>
        [
            .. JsonNode.Parse(json)!["steps"]!
                .AsArray()
                .Select(step => step!.AsObject())
                .Where(IsOfTheCluster)
                .Where(Changes)
                .Select(Describe)
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsOfTheCluster(JsonObject step) => Type(step).StartsWith("kubernetes:", StringComparison.Ordinal);

    private static bool Changes(JsonObject step)
    {
        var now = Leaves(step["newState"]?["inputs"]).ToDictionary();
        var hidden = now.Where(leaf => leaf.Value == Unknown).Select(leaf => leaf.Key).ToList();
        var before = Leaves(step["oldState"]?["inputs"])
            .Where(leaf => !hidden.Exists(path => leaf.Key.StartsWith(path, StringComparison.Ordinal)));
        return !now.Where(leaf => leaf.Value != Unknown).ToHashSet().SetEquals(before);
    }

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonNode? node, string path = "") =>
        node switch
        {
            JsonObject map => map.Where(member => !member.Key.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(member => Leaves(member.Value, $"{path}/{member.Key}")),
            JsonArray list => list.SelectMany((item, index) => Leaves(item, $"{path}/{index}")),
            null => [],
            _ when path == "/metadata/namespace" || node.ToString() == Secret => [],
            _ => [KeyValuePair.Create(path, node.ToString())],
        };

    private static string Describe(JsonObject step) => $"{(string?)step["op"]} {Type(step).Split(':')[^1]} {Urn(step)[^1]}";

    private static string Type(JsonObject step) => Urn(step)[^2].Split('$')[^1];

    private static string[] Urn(JsonObject step) => ((string)step["urn"]!).Split("::");
}
