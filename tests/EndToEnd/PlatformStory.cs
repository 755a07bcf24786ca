using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>The stacks that make their own cluster, under the real CLI: AWS is played by plugins that check every input, Kubernetes is
/// real.</summary>
[Collection(CheckoutCollection.Name)]
public sealed class PlatformStory(Checkout checkout, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    private const string Own = "pod-security.kubernetes.io/enforce";
    private const string ImageByHand = "nginx:0.0.1-by-hand";
    private const string Promoted = "1.29.4";

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void A_stack_comes_up_stays_as_it_is_takes_a_release_and_goes_in_one_go(string stack)
    {
        Tools.Require("pulumi", "pulumi-language-dotnet", "pulumi-resource-rehearsal", "local-cluster", "kubectl");
        Skip.If(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("E2E_CRDS")),
            "E2E_CRDS is not set: the cluster would not know the NodePool of Auto Mode"
        );
        var file = Path.Combine("stacks", $"Pulumi.{stack}.yaml");
        var before = checkout.Read(file);
        var state = Directory.CreateTempSubdirectory("infra-platform-").FullName;
        var real = new Shell(
            checkout.Root,
            new Dictionary<string, string?>
            {
                ["PULUMI_CONFIG_PASSPHRASE"] = "",
                ["PULUMI_BACKEND_URL"] = $"file://{state}",
                ["REHEARSAL_KUBECONFIG"] = cluster.Kubeconfig,
                ["PLATFORM_SKIP_ENDPOINT_CHECK"] = "1",
            }
        );

        // The stack brings a default class of its own; and what a stack left that failed before would fail this one too.
        cluster.Kubectl("delete", "storageclass,ingressclass,nodepools.karpenter.sh", "--all").ShouldSucceed();
        cluster.Kubectl("delete", "configmap", "amazon-vpc-cni", "-n", "kube-system", "--ignore-not-found").ShouldSucceed();
        cluster.Kubectl("delete", "namespaces", "-l", Own, "--ignore-not-found", "--wait", "--timeout=180s").ShouldSucceed();
        try
        {
            Pulumi("stack", "init", stack).ShouldSucceed();
            Pulumi("preview", "-s", stack).ShouldSucceed();
            Pulumi("up", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();
            Pulumi("up", "-s", stack, "--yes", "--skip-preview", "--expect-no-changes").ShouldSucceed();
            NodePoolIsKnownFieldByField(Pulumi("stack", "export", "-s", stack).ShouldSucceed().Output, state);
            cluster
                .Kubectl("wait", "deployment", "--all", "--all-namespaces", "--for=condition=Available", "--timeout=180s")
                .ShouldSucceed();
            Pulumi("refresh", "-s", stack, "--yes", "--skip-preview", "--expect-no-changes").ShouldSucceed();

            // Before the next preview, in which the plugin of eks registers nothing that is inside the cluster's component: protected, it
            // could not go.
            if (before.Contains("platform:protect: true", StringComparison.Ordinal))
            {
                Pulumi("config", "set", "-s", stack, "platform:protect", "false").ShouldSucceed();
                Pulumi("up", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();
            }

            ChangeByHand();
            Pulumi("refresh", "-s", stack, "--yes", "--skip-preview").ShouldSucceed().Output.ShouldMatch(@"(?m)^ +- 1 deleted$");
            Pulumi("stack", "export", "-s", stack)
                .ShouldSucceed()
                .Output.ShouldContain(ImageByHand, Case.Sensitive, "what was changed by hand is in the state after a refresh");

            PromoteInOneLine(file);
            CliPreview
                .Changed(Pulumi("preview", "-s", stack, "--json").ShouldSucceed().Output)
                .ShouldBe(["create Service web/nginx", "update Deployment web/nginx"]);
            Pulumi("up", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();
            cluster.Kubectl("rollout", "status", "deployment/nginx", "-n", "web", "--timeout=120s").ShouldSucceed();
            cluster
                .Kubectl("get", "deployment", "nginx", "-n", "web", "-o", "jsonpath={.spec.template.spec.containers[*].image}")
                .ShouldSucceed()
                .Output.Trim()
                .ShouldBe($"nginx:{Promoted}");
            cluster.Kubectl("get", "service", "nginx", "-n", "web").ShouldSucceed();

            Pulumi("destroy", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();

            // The plugins do not wait for what Kubernetes takes its time to clear; the next stack must.
            cluster
                .Kubectl("get", "namespaces", "-l", Own, "--field-selector", "status.phase=Active", "-o", "name")
                .ShouldSucceed()
                .Output.Trim()
                .ShouldBeEmpty();
            cluster.Kubectl("delete", "namespaces", "-l", Own, "--ignore-not-found", "--wait", "--timeout=180s").ShouldSucceed();
        }
        finally
        {
            // The CLI writes into the stack's file.
            File.WriteAllText(Path.Combine(checkout.Root, file), before);
            if (Directory.Exists(state))
            {
                Directory.Delete(state, recursive: true);
            }
        }

        Outcome Pulumi(params string[] arguments) => real.Run("pulumi", [.. arguments, "--non-interactive", "--color", "never"]);
    }

    // The plugins check what they have a schema of, which no custom resource has; a server drops what it does not know, unless told to be
    // strict.
    private void NodePoolIsKnownFieldByField(string export, string folder)
    {
        var pool = JsonNode.Parse(export)!["deployment"]!["resources"]!
            .AsArray()
            .Single(resource => (string?)resource!["type"] == "kubernetes:karpenter.sh/v1:NodePool")!;
        var inputs = pool["inputs"]!
            .AsObject()
            .Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(input => input.Key, input => input.Value!.DeepClone());
        var file = Path.Combine(folder, "nodepool.json");
        File.WriteAllText(file, JsonSerializer.Serialize(inputs));
        cluster.Kubectl("get", "nodepool", "workloads").ShouldSucceed();
        cluster
            .Kubectl("apply", "--server-side", "--force-conflicts", "--dry-run=server", "--validate=strict", "-f", file)
            .ShouldSucceed()
            .Warnings.ShouldBeEmpty();
    }

    // The plugins' reading compares no fields, only whether an object is there; the drift of a field is repaired here by the release that
    // sets it again. The embedded engine's story shows the rest.
    private void ChangeByHand()
    {
        cluster.Kubectl("set", "image", "deployment/nginx", $"nginx={ImageByHand}", "-n", "web").ShouldSucceed();
        cluster.Kubectl("delete", "service", "nginx", "-n", "web").ShouldSucceed();
    }

    private void PromoteInOneLine(string file)
    {
        var path = Path.Combine(checkout.Root, file);
        var old = File.ReadAllLines(path);
        File.WriteAllText(path, EmbeddedEngineStory.ReplaceVersion(File.ReadAllText(path), "web/nginx", Promoted));
        File.ReadAllLines(path).Except(old).Count().ShouldBe(1);
    }
}
