using System.Net;
using Engine.Contract;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class DeletionTests
{
    private const string Path = "/api/v1/namespaces/ns/configmaps/a";

    [Theory]
    [InlineData("{}", "Foreground")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"orphan"}""", "Orphan")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"background"}""", "Background")]
    public async Task What_hangs_on_an_object_goes_first_unless_it_says_otherwise(string annotations, string policy)
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(
            ClusterWorld.Parse(
                $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"ns","annotations":{{{annotations}}}}}"""
            )
        );

        await world.DeleteAsync(created.Outputs);

        world.Api.Bodies[^1]["propagationPolicy"]!.GetValue<string>().ShouldBe(policy);
        world.Api[Path].ShouldBeNull();
    }

    [Fact]
    public async Task An_object_that_is_gone_already_is_no_failure()
    {
        await using var world = new ClusterWorld();

        await Should.NotThrowAsync(() => world.DeleteAsync(ClusterWorld.ConfigMap()));
    }

    [Fact]
    public async Task It_waits_until_the_object_is_gone()
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        var looks = 0;
        world.Api.Instead = request => request.Method != HttpMethod.Delete ? null : FakeApi.Json(HttpStatusCode.OK, world.Api[Path]!);
        world.Api.Meanwhile = (_, found) => found["metadata"]!["uid"] = ++looks < 4 ? "u1" : "a new one of that name";

        await world.DeleteAsync(created.Outputs);

        looks.ShouldBe(4);
    }

    [Fact]
    public async Task What_stays_says_what_keeps_it()
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(
            ClusterWorld.Parse(
                """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"ns","finalizers":["x.test/clean"]}}"""
            )
        );
        world.Api.Instead = request => request.Method != HttpMethod.Delete ? null : FakeApi.Json(HttpStatusCode.OK, world.Api[Path]!);

        var failure = await Should.ThrowAsync<ProviderException>(() => world.DeleteAsync(created.Outputs, TimeSpan.FromMilliseconds(30)));

        failure.Message.ShouldBe(
            "it is being deleted, and was still there after 0.03 s (finalizers of controllers that have not done their part: x.test/clean)"
        );
    }

    [Fact]
    public async Task A_patch_gives_up_its_fields_and_the_object_stays()
    {
        await using var world = new ClusterWorld();
        var urn = ClusterWorld.UrnOf("kubernetes:core/v1:ConfigMapPatch", "r");
        var made = await world.Provider.CreateAsync(new CreateRequest(urn, ClusterWorld.ConfigMap(), null, Preview: false), default);

        await world.Provider.DeleteAsync(new DeleteRequest(urn, "ns/a", ClusterWorld.ConfigMap(), made.Outputs, null), default);

        world
            .Api.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal))
            .ShouldAllBe(request => request.StartsWith("PATCH", StringComparison.Ordinal));
        world.Api.Bodies[^1].AsObject().ContainsKey("data").ShouldBeFalse();
    }

    [Fact]
    public async Task A_cluster_that_is_gone_for_good_can_be_forgotten()
    {
        await using var world = new ClusterWorld(PropertyMap.Of(("context", "test"), ("deleteUnreachable", true)))
        {
            Unreached = "no such host",
        };

        await world.DeleteAsync(ClusterWorld.ConfigMap());

        world.Host.Messages.ShouldContain(message => message.Contains("dropped from the state", StringComparison.Ordinal));
    }
}
