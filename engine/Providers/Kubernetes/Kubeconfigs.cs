using Engine.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Providers.Kubernetes;

/// <summary>What a kubeconfig says about its cluster.</summary>
internal static class Kubeconfigs
{
    /// <summary>The address and certificate authority of the cluster in use, or null when the text has none: two kubeconfigs that agree in it lead to one cluster.</summary>
    public static string? ActiveCluster(PropertyMap inputs)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(Text(inputs)));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                return null;
            }

            var context = Named(root, "contexts", inputs.Text("context") ?? Scalar(root, "current-context"), "context");
            var cluster = Named(root, "clusters", inputs.Text("cluster") ?? (context is null ? null : Scalar(context, "cluster")), "cluster");
            return cluster is null ? null : $"{Scalar(cluster, "server")} {Scalar(cluster, "certificate-authority-data")}{Scalar(cluster, "certificate-authority")}";
        }
        catch (YamlException)
        {
            return null;
        }
    }

    // The argument is the text itself, or the file that holds it.
    private static string Text(PropertyMap inputs)
    {
        var given = inputs.Text("kubeconfig") ?? "";
        return !given.Contains('\n', StringComparison.Ordinal) && !given.TrimStart().StartsWith('{') && File.Exists(given) ? File.ReadAllText(given) : given;
    }

    private static YamlMappingNode? Named(YamlMappingNode root, string list, string? name, string member) =>
        root.Children.TryGetValue(list, out var items) && items is YamlSequenceNode sequence
            ? sequence.OfType<YamlMappingNode>().Where(i => Scalar(i, "name") == name).Select(i => i.Children.TryGetValue(member, out var node) ? node as YamlMappingNode : null).FirstOrDefault()
            : null;

    private static string? Scalar(YamlMappingNode node, string key) => (node.Children.TryGetValue(key, out var value) ? value as YamlScalarNode : null)?.Value;
}
