using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>The rendered objects on a real API server: accepted, without a warning, and running.</summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed class ClusterStory(Checkout checkout, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    [SkippableFact, Step(1)]
    public void The_api_server_accepts_every_object_without_a_warning()
    {
        Tools.Require("local-cluster", "kubectl");
        checkout.Engine("up", "--yes").ShouldSucceed();
        checkout.BuiltEngine(["render", "-s", "local", "--show-secrets", "--output", "review"]).ShouldSucceed();

        var applied = cluster.Kubectl("apply", "-k", Path.Combine(checkout.Root, "review")).ShouldSucceed();

        applied.Error.Split('\n').Where(line => line.StartsWith("Warning:", StringComparison.Ordinal)).ShouldBeEmpty();
        var accepted = applied.Output.Split('\n').Count(line => line.Contains(" created", StringComparison.Ordinal) || line.Contains(" configured", StringComparison.Ordinal));
        accepted.ShouldBe(Directory.EnumerateFiles(checkout.Rendered, "*.yaml", SearchOption.AllDirectories).Count());
    }

    [SkippableFact, Step(2)]
    public void Every_namespace_enforces_restricted_or_says_why_not()
    {
        Tools.Require("local-cluster", "kubectl");
        var own = Items("namespaces", "-l", "pod-security.kubernetes.io/enforce");

        own.ShouldNotBeEmpty();
        own.ShouldAllBe(item => Label(item, "pod-security.kubernetes.io/enforce") == "restricted" || SaysWhyNot(item));
    }

    [SkippableFact, Step(3)]
    public void Every_pod_runs()
    {
        Tools.Require("local-cluster", "kubectl");
        cluster.Kubectl("wait", "deployment", "--all", "--all-namespaces", "--for=condition=Available", "--timeout=120s").ShouldSucceed();
        cluster.Kubectl("wait", "pod", "--all", "--all-namespaces", "--for=condition=PodScheduled", "--timeout=60s").ShouldSucceed();
        foreach (var item in Items("statefulsets,daemonsets", "--all-namespaces"))
        {
            var metadata = item.GetProperty("metadata");
            cluster.Kubectl("rollout", "status", $"{item.GetProperty("kind").GetString()}/{metadata.GetProperty("name").GetString()}", "-n", metadata.GetProperty("namespace").GetString()!, "--timeout=60s").ShouldSucceed();
        }

        var notReady = Items("pods", "--all-namespaces").Where(pod => Phase(pod) is not ("Running" or "Succeeded")).Select(pod => pod.GetProperty("metadata").GetProperty("name").GetString());
        notReady.ShouldBeEmpty();
    }

    private List<JsonElement> Items(params string[] query)
    {
        var list = cluster.Kubectl(["get", .. query, "-o", "json"]).ShouldSucceed().Output;
        return [.. JsonDocument.Parse(list).RootElement.GetProperty("items").EnumerateArray()];
    }

    private static string? Label(JsonElement item, string name) =>
        item.GetProperty("metadata").TryGetProperty("labels", out var labels) && labels.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool SaysWhyNot(JsonElement item) =>
        item.GetProperty("metadata").TryGetProperty("annotations", out var annotations)
        && annotations.EnumerateObject().Any(annotation => annotation.Name.StartsWith("opt-out.components/pod-security-", StringComparison.Ordinal) && annotation.Value.GetString()!.Length > 0);

    private static string? Phase(JsonElement pod) => pod.GetProperty("status").GetProperty("phase").GetString();
}
