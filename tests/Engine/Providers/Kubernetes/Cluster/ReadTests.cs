using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class ReadTests
{
    private const string Deployment = "/apis/apps/v1/namespaces/ns/deployments/web";

    [Fact]
    public async Task Drift_in_what_the_program_sets_reaches_the_inputs_and_what_others_add_does_not()
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        world.Api["/api/v1/namespaces/ns/configmaps/a"]!["data"] = JsonNode.Parse("""{"k":"by hand","z":"theirs"}""");

        var read = await world.ReadAsync(ClusterWorld.ConfigMap(), created.Outputs);

        read!.Inputs!["data"].ShouldBe(PropertyMap.Of(("k", "by hand")));
        read.Outputs["data"].ShouldBe(PropertyMap.Of(("k", "by hand"), ("z", "theirs")));
    }

    [Fact]
    public async Task What_is_gone_is_gone()
    {
        await using var world = new ClusterWorld();

        (
            await world.ReadAsync(
                ClusterWorld.ConfigMap(),
                CheckpointObject.Of(ClusterWorld.ConfigMap(), ClusterWorld.ConfigMap(), "v1", "m")
            )
        ).ShouldBeNull();
    }

    [Theory]
    [InlineData(
        """{"resources":{"limits":{"cpu":"1000m","memory":"1024Mi"}}}""",
        """{"resources":{"limits":{"cpu":"1","memory":"1Gi"}}}"""
    )]
    [InlineData("""{"env":[{"name":"A","value":""},{"name":"B","value":"1"}]}""", """{"env":[{"name":"A"},{"name":"B","value":"1"}]}""")]
    [InlineData("""{"containers":[{"name":"web"}]}""", """{"containers":[{"name":"injected"},{"name":"web","image":"x"}]}""")]
    [InlineData("""{"rules":[]}""", """{"rules":null}""")]
    public void What_the_server_only_writes_otherwise_is_no_drift(string inputs, string live) =>
        LiveInputs.Of(ClusterWorld.Parse(live), ClusterWorld.Parse(inputs)).ShouldBe(ClusterWorld.Parse(inputs));

    [Theory]
    [InlineData("""{"limits":{"cpu":"1000m"}}""", """{"limits":{"cpu":"2"}}""")]
    [InlineData("""{"containers":[{"name":"a"},{"name":"b"}]}""", """{"containers":[{"name":"a"}]}""")]
    [InlineData("""{"labels":{"version":"1.0"}}""", """{"labels":{"version":"1"}}""")]
    [InlineData("""{"replicas":2}""", """{}""")]
    public void What_it_has_otherwise_is(string inputs, string live) =>
        LiveInputs.Of(ClusterWorld.Parse(live), ClusterWorld.Parse(inputs)).ShouldBe(ClusterWorld.Parse(live));

    [Fact]
    public async Task An_object_that_is_not_healthy_says_so()
    {
        await using var world = new ClusterWorld();
        world.Api[Deployment] = JsonNode.Parse(
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"ns","generation":1},"spec":{"replicas":2},"status":{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"availableReplicas":1}}"""
        );
        var inputs = ClusterWorld.Deployment();

        var failure = await Should.ThrowAsync<ResourceInitException>(() =>
            world.ReadAsync(inputs, CheckpointObject.Of(inputs, inputs, "apps/v1", "m"))
        );

        failure.Reasons[0].ShouldBe("not ready: 1 of 2 pods ready");
        failure.Outputs.ContainsKey("status").ShouldBeTrue();
    }

    [Theory]
    [InlineData("pulumi-kubernetes", true)]
    [InlineData("argocd", false)]
    public async Task Only_what_a_killed_run_has_made_is_adopted(string manager, bool isAdopted)
    {
        await using var world = new ClusterWorld();
        world.Api["/api/v1/namespaces/ns/configmaps/a"] = JsonNode.Parse(
            $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"ns","managedFields":[{"manager":"{{{manager}}}","operation":"Update"}]}}"""
        );

        var adopted = await world.Provider.AdoptAsync(
            new AdoptRequest(ClusterWorld.UrnOf("kubernetes:core/v1:ConfigMap", "r"), ClusterWorld.ConfigMap()),
            default
        );

        adopted?.Id.ShouldBe("ns/a");
        (adopted is not null).ShouldBe(isAdopted);
    }
}
