namespace EndToEnd.Tests;

/// <summary>The stacks that make their own cluster, under the real CLI: AWS is played by plugins that check every input, Kubernetes is real.</summary>
[Collection(CheckoutCollection.Name)]
public sealed class PlatformStory(Checkout checkout, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    private const string Own = "pod-security.kubernetes.io/enforce";

    [SkippableTheory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void A_stack_comes_up_stays_as_it_is_and_goes_in_one_go(string stack)
    {
        Tools.Require("pulumi", "pulumi-language-dotnet", "pulumi-resource-rehearsal", "local-cluster", "kubectl");
        Skip.If(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("E2E_CRDS")), "E2E_CRDS is not set: the cluster would not know the NodePool of Auto Mode");
        var file = Path.Combine("stacks", $"Pulumi.{stack}.yaml");
        var before = checkout.Read(file);
        var state = Directory.CreateTempSubdirectory("infra-platform-").FullName;
        var real = new Shell(checkout.Root, new Dictionary<string, string?>
        {
            ["PULUMI_CONFIG_PASSPHRASE"] = "",
            ["PULUMI_BACKEND_URL"] = $"file://{state}",
            ["REHEARSAL_KUBECONFIG"] = cluster.Kubeconfig,
            ["PLATFORM_SKIP_ENDPOINT_CHECK"] = "1",
        });

        // The stack brings a default class of its own.
        cluster.Kubectl("delete", "storageclass", "--all").ShouldSucceed();
        try
        {
            Pulumi("stack", "init", stack).ShouldSucceed();
            Pulumi("preview", "-s", stack).ShouldSucceed();
            Pulumi("up", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();
            Pulumi("up", "-s", stack, "--yes", "--skip-preview", "--expect-no-changes").ShouldSucceed();
            cluster.Kubectl("get", "nodepool", "workloads").ShouldSucceed();
            cluster.Kubectl("wait", "deployment", "--all", "--all-namespaces", "--for=condition=Available", "--timeout=180s").ShouldSucceed();

            if (before.Contains("platform:protect: true", StringComparison.Ordinal))
            {
                Pulumi("config", "set", "-s", stack, "platform:protect", "false").ShouldSucceed();
                Pulumi("up", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();
            }

            Pulumi("destroy", "-s", stack, "--yes", "--skip-preview").ShouldSucceed();

            // The plugins do not wait for what Kubernetes takes its time to clear; the next stack must.
            cluster.Kubectl("get", "namespaces", "-l", Own, "--field-selector", "status.phase=Active", "-o", "name").ShouldSucceed().Output.Trim().ShouldBeEmpty();
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
}
