using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>A cluster, and a stack of the platform whose target it is. Its releases begin as those of <c>local</c>, but for two.</summary>
public sealed class RolloutCluster : IDisposable
{
    private const string Stack = "rollouts";
    private readonly LocalCluster _cluster = new();
    private readonly string _state = Directory.CreateTempSubdirectory("infra-rollouts-").FullName;
    private Checkout? _checkout;

    internal static void RequireTools() => Tools.Require("local-cluster", "kubectl");

    internal Outcome Kubectl(params string[] arguments) => _cluster.Kubectl(arguments);

    internal ClusterRecorder Record() => new(_cluster);

    /// <summary>Makes the stack, in a checkout.</summary>
    internal void Open(Checkout checkout)
    {
        _checkout = checkout;
        checkout.Engine("preview").ShouldSucceed();
        File.WriteAllText(
            StackFile,
            checkout
                .Read(Path.Combine("stacks", "Pulumi.local.yaml"))
                .Replace(
                    "folder: ../rendered/local",
                    $"context: local\n    kubeconfig: {_cluster.Kubeconfig}\n    clusterIdentifier: rollouts",
                    StringComparison.Ordinal
                )
        );
        Release("web/nginx", "{ version: 1.29.3, replicas: 10 }");
        Release("picturesocial/pictures", "{ version: 1.4.1, replicas: { min: 3, max: 6, cpu: 70 } }");
        Engine("stack", "init", Stack);
    }

    internal void Release(string workload, string release) => new ReleaseFile(StackFile).Write(workload, release);

    internal void Up(params string[] flags) => Engine(["up", "--yes", "-s", Stack, .. flags]);

    internal IReadOnlyList<JsonNode> Get(string kind, string space) =>
        [
            .. JsonNode.Parse(Kubectl("get", kind, "-n", space, "-o", "json").ShouldSucceed().Output)!["items"]!
                .AsArray()
                .Select(item => item!),
        ];

    internal int Replicas(string space, string deployment) =>
        (int)Get("deployments", space).Single(item => (string?)item["metadata"]!["name"] == deployment)["spec"]!["replicas"]!;

    public void Dispose()
    {
        _cluster.Dispose();
        Directory.Delete(_state, recursive: true);
        if (_checkout is not null)
        {
            File.Delete(StackFile);
        }
    }

    private string StackFile => Path.Combine(_checkout!.Root, "stacks", $"Pulumi.{Stack}.yaml");

    private void Engine(params string[] arguments) =>
        _checkout!
            .BuiltEngine(
                arguments,
                environment: new Dictionary<string, string?>
                {
                    ["PULUMI_CONFIG_PASSPHRASE"] = "",
                    ["PULUMI_BACKEND_URL"] = $"file://{_state}",
                }
            )
            .ShouldSucceed();
}
