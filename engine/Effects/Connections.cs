using Engine.Values;

namespace Engine.Effects;

/// <summary>The connections that a NetworkPolicy lets through.</summary>
internal static class Connections
{
    private const string NamespaceName = "kubernetes.io/metadata.name";

    /// <summary>For example <c>frontend -> auth:80</c>, without repeats.</summary>
    public static IReadOnlyList<string> Of(ClusterObject policy)
    {
        var own = Pods(policy.Inputs.At("spec", "podSelector"));
        var incoming =
            from rule in policy.Inputs.ItemsAt("spec", "ingress")
            from peer in Peers(rule.ItemsAt("from"), policy.Namespace)
            select $"{peer} -> {own}{Ports(rule)}";
        var outgoing =
            from rule in policy.Inputs.ItemsAt("spec", "egress")
            from peer in Peers(rule.ItemsAt("to"), policy.Namespace)
            select $"{own} -> {peer}{Ports(rule)}";
        return [.. incoming.Concat(outgoing).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Peers(IReadOnlyList<PropertyValue> peers, string ownNamespace) =>
        peers.Count == 0 ? ["anything"] : peers.Select(peer => Peer(peer, ownNamespace));

    private static string Peer(PropertyValue peer, string ownNamespace)
    {
        if (peer.TextAt("ipBlock", "cidr") is { } range)
        {
            return range;
        }

        var space = peer.At("namespaceSelector") is null ? ownNamespace : peer.TextAt("namespaceSelector", "matchLabels", NamespaceName);
        var pods = Pods(peer.At("podSelector"));
        return space is null ? $"{pods} of other namespaces"
            : space == ownNamespace ? pods
            : peer.At("podSelector") is null ? $"namespace {space}"
            : $"{space}/{pods}";
    }

    private static string Pods(PropertyValue? selector)
    {
        var labels = selector.TextsAt("matchLabels");
        return labels.GetValueOrDefault("app")
            ?? labels.GetValueOrDefault("app.kubernetes.io/name")
            ?? (labels.Count == 0 ? "all pods" : string.Join(",", labels.Select(label => $"{label.Key}={label.Value}")));
    }

    private static string Ports(PropertyValue rule)
    {
        var ports = rule.ItemsAt("ports").Select(port => port.TextAt("port") ?? $"{port.NumberAt("port")}").Distinct().ToList();
        return ports.Count == 0 ? "" : ":" + string.Join(",", ports);
    }
}
