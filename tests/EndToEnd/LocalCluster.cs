namespace EndToEnd.Tests;

/// <summary>A real Kubernetes control plane with fake nodes on this machine, started on first use and stopped at the end.</summary>
public sealed class LocalCluster : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("infra-cluster-").FullName;
    private string? _kubeconfig;

    internal string Kubeconfig => _kubeconfig ??= Up();

    internal Outcome Kubectl(params string[] arguments) =>
        new Shell(_work, new Dictionary<string, string?> { ["KUBECONFIG"] = Kubeconfig }).Run("kubectl", arguments);

    public void Dispose()
    {
        if (_kubeconfig is not null)
        {
            Cluster("down");
        }

        if (Directory.Exists(_work))
        {
            Directory.Delete(_work, recursive: true);
        }
    }

    private string Up()
    {
        Cluster("up").ShouldSucceed();
        _kubeconfig = Cluster("kubeconfig").ShouldSucceed().Output.Trim();
        if (Environment.GetEnvironmentVariable("E2E_CRDS") is { Length: > 0 } crds)
        {
            foreach (var file in Directory.EnumerateFiles(crds, "*.yaml"))
            {
                Kubectl("apply", "--server-side", "-f", file).ShouldSucceed();
            }
        }

        return _kubeconfig;
    }

    private Outcome Cluster(string verb) =>
        new Shell(_work, new Dictionary<string, string?> { ["WORK"] = Path.Combine(_work, "cluster") }).Run("local-cluster", verb);
}
