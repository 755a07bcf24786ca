using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The rendered objects on a real API server: accepted, without a warning, and running.</summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed partial class ClusterStory(Checkout checkout, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    /// <summary>What Pod Security warns of, and the opt-out that allows it. A warning of anything else fails the test.</summary>
    private static readonly Dictionary<string, string> s_violations = new()
    {
        ["restricted volume types"] = "no-host-paths",
        ["runAsNonRoot != true"] = "non-root-user",
        ["runAsUser=0"] = "non-root-user",
    };

    [SkippableFact, Step(1)]
    public void The_api_server_accepts_every_object_and_warns_of_named_opt_outs_alone()
    {
        Tools.Require("local-cluster", "kubectl");
        checkout.Engine("up", "--yes").ShouldSucceed();
        var review = Path.Combine(checkout.Root, "review");
        checkout.BuiltEngine(["render", "-s", "local", "--show-secrets", "--output", review]).ShouldSucceed();
        WarnOfWhatIsNotRestricted(review);

        var applied = cluster.Kubectl("apply", "-k", review, "--validate=strict").ShouldSucceed();

        var accepted = applied
            .Output.Split('\n')
            .Count(line => line.Contains(" created", StringComparison.Ordinal) || line.Contains(" configured", StringComparison.Ordinal));
        accepted.ShouldBe(Directory.EnumerateFiles(checkout.Rendered, "*.yaml", SearchOption.AllDirectories).Count());
        var optOuts = Directory
            .EnumerateFiles(review, "*.yaml", SearchOption.AllDirectories)
            .Select(OptOutsOfPods)
            .Where(words => words.Count > 0)
            .ToList();
        applied.Warnings.Count.ShouldBe(optOuts.Count, string.Join('\n', applied.Warnings));
        foreach (var (warning, named) in applied.Warnings.Zip(optOuts))
        {
            // One violation is one sentence: 'restricted volume types (…), runAsNonRoot != true (…)'.
            foreach (var violation in Violation().Matches(warning).Select(match => match.Groups[1].Value))
            {
                named.ShouldContain(s_violations[violation], $"{violation} is no opt-out of the workload: {warning}");
            }
        }
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
            cluster
                .Kubectl(
                    "rollout",
                    "status",
                    $"{item.GetProperty("kind").GetString()}/{metadata.GetProperty("name").GetString()}",
                    "-n",
                    metadata.GetProperty("namespace").GetString()!,
                    "--timeout=60s"
                )
                .ShouldSucceed();
        }

        var notReady = Items("pods", "--all-namespaces")
            .Where(pod => Phase(pod) is not ("Running" or "Succeeded"))
            .Select(pod => pod.GetProperty("metadata").GetProperty("name").GetString());
        notReady.ShouldBeEmpty();
    }

    private List<JsonElement> Items(params string[] query)
    {
        var list = cluster.Kubectl(["get", .. query, "-o", "json"]).ShouldSucceed().Output;
        return [.. JsonDocument.Parse(list).RootElement.GetProperty("items").EnumerateArray()];
    }

    private static string? Label(JsonElement item, string name) =>
        item.GetProperty("metadata").TryGetProperty("labels", out var labels) && labels.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;

    private static bool SaysWhyNot(JsonElement item) =>
        item.GetProperty("metadata").TryGetProperty("annotations", out var annotations)
        && annotations
            .EnumerateObject()
            .Any(annotation =>
                annotation.Name.StartsWith("opt-out.components/pod-security-", StringComparison.Ordinal)
                && annotation.Value.GetString()!.Length > 0
            );

    private static string? Phase(JsonElement pod) => pod.GetProperty("status").GetProperty("phase").GetString();

    /// <summary>Every namespace warns by <c>restricted</c>, whatever level it enforces.</summary>
    private static void WarnOfWhatIsNotRestricted(string folder)
    {
        var namespaces = Directory.GetFiles(Path.Combine(folder, "_cluster"), "namespace-*.yaml");
        namespaces.ShouldNotBeEmpty();
        foreach (var file in namespaces)
        {
            var text = File.ReadAllText(file);
            text.ShouldContain("pod-security.kubernetes.io/warn: ");
            File.WriteAllText(file, WarnLabel().Replace(text, "$1restricted"));
        }
    }

    private static IReadOnlyList<string> OptOutsOfPods(string file) =>
        Path.GetFileName(file).StartsWith("namespace-", StringComparison.Ordinal)
            ? []
            : [.. OptOut().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(s_violations.ContainsValue)];

    [GeneratedRegex("(pod-security.kubernetes.io/warn: ).*")]
    private static partial Regex WarnLabel();

    [GeneratedRegex("opt-out.components/([a-z-]+): .")]
    private static partial Regex OptOut();

    [GeneratedRegex("(?:\": |, )([A-Za-z][^,()]*?) \\(")]
    private static partial Regex Violation();
}
