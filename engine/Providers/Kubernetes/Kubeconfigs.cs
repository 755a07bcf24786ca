using Engine.Contract;
using Engine.Events;
using Engine.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Providers.Kubernetes;

/// <summary>What a kubeconfig says about its cluster.</summary>
internal static class Kubeconfigs
{
    private const string Variable = "KUBECONFIG";

    /// <summary>The address and certificate authority of the cluster in use, or null when nothing names one: two kubeconfigs that agree in
    /// it lead to one cluster.</summary>
    public static string? ActiveCluster(PropertyMap inputs)
    {
        foreach (var root in Roots(inputs))
        {
            var name = inputs.Text("cluster") ?? (Context(root, inputs) is { } context ? Scalar(context, "cluster") : null);
            if (Named(root, "clusters", name, "cluster") is { } cluster)
            {
                return $"{Scalar(cluster, "server")} "
                    + $"{Scalar(cluster, "certificate-authority-data")}{Scalar(cluster, "certificate-authority")}";
            }
        }

        return null;
    }

    /// <summary>The namespace of the context in use; null when it names none.</summary>
    public static string? Namespace(PropertyMap inputs) =>
        Roots(inputs)
            .Select(root => Context(root, inputs) is { } context ? Scalar(context, "namespace") : null)
            .FirstOrDefault(space => !string.IsNullOrEmpty(space));

    /// <summary>Whether the argument is a kubeconfig itself, and not the path of one.</summary>
    public static bool IsText(string given) => given.Contains('\n', StringComparison.Ordinal) || given.TrimStart().StartsWith('{');

    /// <summary>The path with the user's home folder in the place of <c>~</c>.</summary>
    public static string Expanded(string path) =>
        path is "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
            : path;

    private static IEnumerable<YamlMappingNode> Roots(PropertyMap inputs) => Texts(inputs).Select(Parse).OfType<YamlMappingNode>();

    // The argument is the text itself, or the file that holds it; without one it is the user's own.
    private static IEnumerable<string> Texts(PropertyMap inputs)
    {
        if (inputs.Text("kubeconfig") is { Length: > 0 } given && IsText(given))
        {
            return [given];
        }

        var files =
            inputs.ContainsKey("kubeconfig") ? [Expanded(inputs.Text("kubeconfig") ?? "")]
            : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } own
                ? own.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [Expanded("~/.kube/config")];
        return files.Where(File.Exists).Select(ReadOrEmpty);
    }

    private static string ReadOrEmpty(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static YamlMappingNode? Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static YamlMappingNode? Context(YamlMappingNode root, PropertyMap inputs) =>
        Named(root, "contexts", inputs.Text("context") ?? Scalar(root, "current-context"), "context");

    private static YamlMappingNode? Named(YamlMappingNode root, string list, string? name, string member) =>
        root.Children.TryGetValue(list, out var items) && items is YamlSequenceNode sequence
            ? sequence
                .OfType<YamlMappingNode>()
                .Where(i => Scalar(i, "name") == name)
                .Select(i => i.Children.TryGetValue(member, out var node) ? node as YamlMappingNode : null)
                .FirstOrDefault()
            : null;

    private static string? Scalar(YamlMappingNode node, string key) =>
        (node.Children.TryGetValue(key, out var value) ? value as YamlScalarNode : null)?.Value;
}
