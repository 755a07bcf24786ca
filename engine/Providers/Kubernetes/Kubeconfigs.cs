using Engine.Contract;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;
using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using YamlDotNet.Core;

namespace Engine.Providers.Kubernetes;

/// <summary>Reads kubeconfigs, and says what they tell about their cluster.</summary>
/// <remarks>The Kubernetes client is large: nothing here that mentions its types is called for objects that go to a folder.</remarks>
internal static class Kubeconfigs
{
    private const string Variable = "KUBECONFIG";

    /// <summary>The address and certificate authority of the cluster in use, or null when nothing names one: two kubeconfigs that agree in
    /// it lead to one cluster.</summary>
    public static string? ActiveCluster(PropertyMap inputs)
    {
        var address = ClusterAddress.Of(inputs, Environment.CurrentDirectory);
        if (LoadOrNull(address) is not { } kubeconfig)
        {
            return null;
        }

        var name = address.Cluster ?? Context(kubeconfig, address)?.ContextDetails?.Cluster;
        return kubeconfig.Clusters.FirstOrDefault(cluster => cluster.Name == name)?.ClusterEndpoint is { } endpoint
            ? $"{endpoint.Server} {endpoint.CertificateAuthorityData}{endpoint.CertificateAuthority}"
            : null;
    }

    /// <summary>The namespace of the context in use; null when it names none.</summary>
    public static string? Namespace(PropertyMap inputs)
    {
        var address = ClusterAddress.Of(inputs, Environment.CurrentDirectory);
        return LoadOrNull(address) is { } kubeconfig && Context(kubeconfig, address)?.ContextDetails?.Namespace is { Length: > 0 } space
            ? space
            : null;
    }

    /// <summary>Whether the argument is a kubeconfig itself, and not the path of one.</summary>
    public static bool IsText(string given) => given.Contains('\n', StringComparison.Ordinal) || given.TrimStart().StartsWith('{');

    /// <summary>The path with the user's home folder in the place of <c>~</c>.</summary>
    public static string Expanded(string path) =>
        path is "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
            : path;

    /// <summary>The kubeconfig, merged where <c>KUBECONFIG</c> lists several files: what comes first wins. Its paths are
    /// absolute.</summary>
    /// <exception cref="ClusterUnreachedException">There is none, or it cannot be read.</exception>
    public static K8SConfiguration Load(ClusterAddress address)
    {
        if (address.Text is { } text)
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            return Read("the provider's kubeconfig", () => KubernetesClientConfiguration.LoadKubeConfig(stream));
        }

        var files = Files(address).Where(File.Exists).ToList();
        return files.Count > 0
            ? Merged([.. files.Select(file => WithAbsolutePaths(FromFile(file), Path.GetDirectoryName(Path.GetFullPath(file))!))])
            : throw new ClusterUnreachedException(
                $"there is no kubeconfig at {string.Join(" or ", Files(address))}: log in to the cluster, which writes it, or say with "
                    + "KUBECONFIG or the provider's argument kubeconfig where it is"
            )
            {
                IsLasting = true,
            };
    }

    /// <summary>The context that is meant; null when the kubeconfig has no such one.</summary>
    public static Context? Context(K8SConfiguration kubeconfig, ClusterAddress address) =>
        kubeconfig.Contexts.FirstOrDefault(context => context.Name == (address.Context ?? kubeconfig.CurrentContext));

    private static string[] Files(ClusterAddress address) =>
        address.File is { } given ? [given]
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } own
            ? own.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        : [Expanded("~/.kube/config")];

    private static K8SConfiguration FromFile(string file) => Read(file, () => KubernetesClientConfiguration.LoadKubeConfig(file));

    private static K8SConfiguration Read(string place, Func<K8SConfiguration?> load)
    {
        try
        {
            return load() ?? new K8SConfiguration();
        }
        catch (Exception e) when (e is YamlException or KubeConfigException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterUnreachedException($"{place} cannot be read as a kubeconfig: {e.Message}", e) { IsLasting = true };
        }
    }

    private static K8SConfiguration? LoadOrNull(ClusterAddress address)
    {
        try
        {
            return Load(address);
        }
        catch (ClusterUnreachedException)
        {
            return null;
        }
    }

    private static K8SConfiguration Merged(IReadOnlyList<K8SConfiguration> files) =>
        new()
        {
            CurrentContext = files.Select(file => file.CurrentContext).FirstOrDefault(name => !string.IsNullOrEmpty(name)),
            Clusters = [.. files.SelectMany(file => file.Clusters ?? []).DistinctBy(cluster => cluster.Name)],
            Contexts = [.. files.SelectMany(file => file.Contexts ?? []).DistinctBy(context => context.Name)],
            Users = [.. files.SelectMany(file => file.Users ?? []).DistinctBy(user => user.Name)],
        };

    // Each file's paths are relative to its own folder; a bare command is sought on PATH.
    private static K8SConfiguration WithAbsolutePaths(K8SConfiguration kubeconfig, string folder)
    {
        foreach (var endpoint in (kubeconfig.Clusters ?? []).Select(cluster => cluster.ClusterEndpoint).OfType<ClusterEndpoint>())
        {
            endpoint.CertificateAuthority = Absolute(endpoint.CertificateAuthority);
        }

        foreach (var user in (kubeconfig.Users ?? []).Select(user => user.UserCredentials).OfType<UserCredentials>())
        {
            user.ClientCertificate = Absolute(user.ClientCertificate);
            user.ClientKey = Absolute(user.ClientKey);
            if (user.ExternalExecution is { Command: { } command } plugin && command.Contains('/', StringComparison.Ordinal))
            {
                plugin.Command = Absolute(command);
            }
        }

        return kubeconfig;

        string? Absolute(string? path) => string.IsNullOrEmpty(path) ? path : Path.Combine(folder, path);
    }
}
