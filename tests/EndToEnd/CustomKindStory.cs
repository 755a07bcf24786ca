namespace EndToEnd.Tests;

/// <summary>Custom resources that components make and no stack of ours uses, checked against their published definitions: no class of a
/// package does that.</summary>
[Collection(CheckoutCollection.Name)]
public sealed class CustomKindStory(Checkout checkout, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    [SkippableFact]
    public void The_api_server_knows_every_field_of_gateways_routes_and_secrets_of_Secrets_Manager()
    {
        Tools.Require("local-cluster", "kubectl");
        Skip.If(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("E2E_CRDS")),
            "E2E_CRDS is not set: the cluster would not know the kinds"
        );
        checkout.Engine("preview").ShouldSucceed();
        var program = Path.Combine(checkout.Root, "tests", "Samples", "GatewayProgram");
        var files = Path.Combine(program, "rendered", "review");
        checkout.BuiltEngine(["render", "--show-secrets", "--output", files], stateFolder: program).ShouldSucceed();

        var applied = cluster.Kubectl("apply", "-k", files, "--validate=strict").ShouldSucceed();

        applied.Warnings.ShouldBeEmpty();
        foreach (
            var kind in new[]
            {
                "gatewayclass",
                "gateway",
                "httproute",
                "loadbalancerconfiguration",
                "targetgroupconfiguration",
                "secretproviderclass",
            }
        )
        {
            applied.Output.ShouldMatch($@"(?m)^{kind}\S* created$");
        }

        cluster
            .Kubectl("get", "httproute", "orders", "-n", "shop", "-o", "jsonpath={.spec.rules[0].backendRefs[*].weight}")
            .ShouldSucceed()
            .Output.Trim()
            .ShouldBe("90 10");
        cluster.Kubectl("wait", "gateway/inside", "-n", "shop", "--for=condition=Programmed", "--timeout=60s").ShouldSucceed();
    }
}
