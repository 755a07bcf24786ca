using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>
/// The platform on a cluster, by the embedded engine alone. After each command the cluster is looked at at once: the engine has waited, so
/// nothing here does.
/// </summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed class EmbeddedClusterStory(Checkout checkout, EmbeddedClusterStory.World world) : IClassFixture<EmbeddedClusterStory.World>
{
    private const string Stack = "cluster";
    private const string Pictures = "picturesocial-pictures";
    private const string Space = "picturesocial";

    private static readonly string[] Nodes = ["fake-1", "fake-2", "fake-3"];

    [SkippableFact, Step(1)]
    public void The_first_up_ends_when_everything_runs()
    {
        Start();
        checkout.Engine("preview", "-s", "local").ShouldSucceed();

        Engine("up", "--yes").ShouldSucceed();

        var deployments = Items("deployments", "--all-namespaces");
        deployments.ShouldNotBeEmpty();
        deployments.ShouldAllBe(deployment => Ready(deployment));
        Engine("up", "--yes", "--expect-no-changes").ShouldSucceed();
    }

    [SkippableFact, Step(2)]
    public void A_new_version_is_everywhere_when_the_command_ends()
    {
        Start();
        SetVersion("9.9.1");

        Engine("up", "--yes").ShouldSucceed().Output.ShouldContain("9.9.1");

        Images(Pictures).ShouldAllBe(image => image.EndsWith(":9.9.1", StringComparison.Ordinal));
        Ready(Deployment(Pictures)).ShouldBeTrue();
    }

    [SkippableFact, Step(3)]
    public void What_was_changed_by_hand_is_seen_by_refresh_and_put_back()
    {
        Start();
        world.Kubectl("scale", "deployment", Pictures, "-n", Space, "--replicas=5");
        world.Kubectl("set", "image", "deployment/picturesocial-likes", "*=elsewhere/likes:0", "-n", Space);
        world.Kubectl("delete", "service", "picturesocial-profiles", "-n", Space);

        var refresh = Engine("refresh", "--yes").ShouldSucceed().Output;
        refresh.ShouldContain("spec.replicas");
        refresh.ShouldContain("elsewhere/likes:0");
        refresh.ShouldMatch("- Service +picturesocial-profiles");
        Engine("up", "--yes").ShouldSucceed();

        Deployment(Pictures).GetProperty("spec").GetProperty("replicas").GetInt32().ShouldBe(3);
        Images("picturesocial-likes").ShouldAllBe(image => !image.StartsWith("elsewhere", StringComparison.Ordinal));
        world.Kubectl("get", "service", "picturesocial-profiles", "-n", Space);
        Engine("up", "--yes", "--refresh", "--expect-no-changes").ShouldSucceed();
    }

    [SkippableFact, Step(4)]
    public void A_version_whose_pods_cannot_run_ends_with_the_reason_and_the_next_up_goes_on()
    {
        Start();
        SetVersion("9.9.2");
        world.Kubectl(["cordon", .. Nodes]);
        try
        {
            // What the platform gives a rollout, five minutes, is long for a test.
            using var impatience = new Timer(
                _ => world.TryKubectl("patch", "deployment", Pictures, "-n", Space, "-p", """{"spec":{"progressDeadlineSeconds":10}}"""),
                null,
                TimeSpan.Zero,
                TimeSpan.FromSeconds(2)
            );
            var failed = Engine("up", "--yes").ShouldFail();

            failed.All.ShouldContain("progressDeadlineSeconds");
            failed.All.ShouldContain("not scheduled: 0/3 nodes are available");
            failed.All.ShouldNotContain("   at ");
        }
        finally
        {
            world.Kubectl(["uncordon", .. Nodes]);
        }

        Engine("up", "--yes").ShouldSucceed();
        Images(Pictures).ShouldAllBe(image => image.EndsWith(":9.9.2", StringComparison.Ordinal));
        Engine("up", "--yes", "--refresh", "--expect-no-changes").ShouldSucceed();
    }

    [SkippableFact, Step(5)]
    public void A_cluster_that_is_not_there_stops_no_preview()
    {
        Start();
        using var elsewhere = checkout.Edit(StackFile, text =>
            EmbeddedEngineStory.ReplaceVersion(
                text.Replace("context: local", "context: gone", StringComparison.Ordinal),
                "web/nginx",
                "1.29.9"
            )
        );

        // It is asked only about what changes.
        Engine("preview").ShouldSucceed().Output.ShouldContain("context \"gone\" does not exist");
    }

    [SkippableFact, Step(6)]
    public void Destroy_leaves_nothing()
    {
        Start();

        Engine("destroy", "--yes").ShouldSucceed();

        world.Objects().ShouldBe(world.Before);
    }

    private static string StackFile => Path.Combine("stacks", $"Pulumi.{Stack}.yaml");

    /// <summary>Skips where the tools are missing, and gives the checkout a stack on the cluster: the local one with another
    /// target.</summary>
    private void Start()
    {
        Tools.Require("local-cluster", "kubectl");
        world.Begin();
        var file = Path.Combine(checkout.Root, StackFile);
        if (!File.Exists(file))
        {
            File.WriteAllText(
                file,
                checkout
                    .Read("stacks/Pulumi.local.yaml")
                    .Replace(
                        "    folder: ../rendered/local ",
                        $"    context: local\n    kubeconfig: {world.Kubeconfig}\n    clusterIdentifier: {Stack} ",
                        StringComparison.Ordinal
                    )
            );
        }
    }

    private void SetVersion(string version)
    {
        var file = Path.Combine(checkout.Root, StackFile);
        File.WriteAllText(file, EmbeddedEngineStory.ReplaceVersion(File.ReadAllText(file), "picturesocial/pictures", version));
    }

    private Outcome Engine(params string[] arguments) =>
        checkout.BuiltEngine(
            [.. arguments, "-s", Stack],
            environment: new Dictionary<string, string?>
            {
                ["PULUMI_CONFIG_PASSPHRASE"] = "",
                ["PULUMI_BACKEND_URL"] = $"file://{world.StateFolder}",
            }
        );

    private JsonElement Deployment(string name) => Items("deployment", name, "-n", Space).Single();

    private IEnumerable<string> Images(string deployment) =>
        Items("pods", "-n", Space, "-l", $"app={deployment}")
            .Where(pod => !pod.GetProperty("metadata").TryGetProperty("deletionTimestamp", out _))
            .SelectMany(pod => pod.GetProperty("spec").GetProperty("containers").EnumerateArray())
            .Select(container => container.GetProperty("image").GetString()!);

    private List<JsonElement> Items(params string[] query)
    {
        var answer = JsonDocument.Parse(world.Kubectl(["get", .. query, "-o", "json"]).Output).RootElement;
        return answer.TryGetProperty("items", out var items) ? [.. items.EnumerateArray()] : [answer];
    }

    private static bool Ready(JsonElement deployment)
    {
        var (wanted, status) = (deployment.GetProperty("spec").GetProperty("replicas").GetInt32(), deployment.GetProperty("status"));
        return new[] { "replicas", "updatedReplicas", "availableReplicas" }.All(count =>
            (status.TryGetProperty(count, out var value) ? value.GetInt32() : 0) == wanted
        );
    }

    /// <summary>A cluster of this story's own, and the state of its stack.</summary>
    public sealed class World : IDisposable
    {
        private readonly LocalCluster _cluster = new();
        private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("infra-cluster-state-");

        internal string Kubeconfig => _cluster.Kubeconfig;

        internal string StateFolder => _state.FullName;

        /// <summary>What was there before the first up.</summary>
        internal IReadOnlyList<string> Before { get; private set; } = [];

        internal void Begin()
        {
            if (Before.Count == 0)
            {
                Before = Objects();
            }
        }

        internal Outcome Kubectl(params string[] arguments) => _cluster.Kubectl(arguments).ShouldSucceed();

        internal void TryKubectl(params string[] arguments) => _cluster.Kubectl(arguments);

        // Volumes of deleted claims stay: no driver runs here that would delete them.
        internal IReadOnlyList<string> Objects() =>
            [
                .. Kubectl("get", "namespaces,clusterroles,clusterrolebindings,storageclasses,ingressclasses", "-o", "name")
                    .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Order(StringComparer.Ordinal),
            ];

        public void Dispose()
        {
            _cluster.Dispose();
            _state.Delete(recursive: true);
        }
    }
}
