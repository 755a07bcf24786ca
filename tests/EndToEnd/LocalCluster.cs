using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>A real Kubernetes control plane with fake nodes on this machine, started on first use and stopped at the end.</summary>
public sealed class LocalCluster : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("infra-cluster-").FullName;
    private string? _kubeconfig;

    internal string Kubeconfig => _kubeconfig ??= Up();

    internal Outcome Kubectl(params string[] arguments) =>
        new Shell(_work, new Dictionary<string, string?> { ["KUBECONFIG"] = Kubeconfig }).Run("kubectl", arguments);

    /// <summary>Starts <c>kubectl</c>, such as to watch; whoever starts it ends it.</summary>
    internal Process StartKubectl(params string[] arguments) =>
        new Shell(_work, new Dictionary<string, string?> { ["KUBECONFIG"] = Kubeconfig }).Start("kubectl", arguments);

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
        // As clusters in a cloud have: claims that name no class get the default one.
        var storage = Path.Combine(_work, "storage.yaml");
        File.WriteAllText(
            storage,
            """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: { name: gp3, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
            provisioner: ebs.csi.eks.amazonaws.com
            volumeBindingMode: WaitForFirstConsumer
            """
        );
        Kubectl("apply", "-f", storage).ShouldSucceed();
        if (Environment.GetEnvironmentVariable("E2E_CRDS") is { Length: > 0 } crds)
        {
            Kubectl("apply", "--server-side", "-f", crds).ShouldSucceed();
            Kubectl("wait", "crd", "--all", "--for=condition=Established", "--timeout=60s").ShouldSucceed();
        }

        return _kubeconfig;
    }

    private Outcome Cluster(string verb) =>
        new Shell(_work, new Dictionary<string, string?> { ["WORK"] = Path.Combine(_work, "cluster") }).Run("local-cluster", verb);
}
