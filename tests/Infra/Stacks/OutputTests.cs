using Pulumi;

namespace Infra.Tests.Stacks;

/// <summary>What a stack tells people who go on from there.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task Tell_how_to_reach_the_cluster_and_what_runs_on_it()
    {
        var outputs = (await StackRun.OfAsync("prod")).Outputs;
        outputs.Keys.ShouldBe(
            [
                "certificateArn",
                "clusterArn",
                "clusterEndpoint",
                "clusterName",
                "connections",
                "domain",
                "kubeconfig",
                "nameServers",
                "repositories",
                "services",
                "urls",
                "vpcId",
            ],
            ignoreOrder: true
        );
        (outputs["clusterName"], outputs["clusterArn"]).ShouldBe(
            ("platform-prod", "arn:aws:eks:eu-central-1:111122223333:cluster/platform-prod")
        );
        (await Output.IsSecretAsync(outputs["kubeconfig"].ShouldBeOfType<Output<string>>())).ShouldBeTrue();
        outputs["urls"]
            .ShouldBeAssignableTo<IReadOnlyDictionary<string, string>>()!["dashboard/dashboard"]
            .ShouldBe("https://dashboard.example.com");
    }
}
