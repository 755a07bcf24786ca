using System.Net;
using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class DeletionTests
{
    private const string Path = "/api/v1/namespaces/ns/configmaps/a";

    [Theory]
    [InlineData("v1", "ConfigMap", "Background")]
    [InlineData("v1", "Secret", "Background")]
    [InlineData("v1", "Service", "Background")]
    [InlineData("v1", "ServiceAccount", "Background")]
    [InlineData("v1", "ResourceQuota", "Background")]
    [InlineData("rbac.authorization.k8s.io/v1", "RoleBinding", "Background")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "Background")]
    [InlineData("policy/v1", "PodDisruptionBudget", "Background")]
    [InlineData("v1", "Pod", "Foreground")]
    [InlineData("v1", "Namespace", "Foreground")]
    [InlineData("v1", "PersistentVolumeClaim", "Foreground")]
    [InlineData("apps/v1", "Deployment", "Foreground")]
    [InlineData("apps/v1", "StatefulSet", "Foreground")]
    [InlineData("apps/v1", "DaemonSet", "Foreground")]
    [InlineData("batch/v1", "Job", "Foreground")]
    [InlineData("batch/v1", "CronJob", "Foreground")]
    [InlineData("networking.k8s.io/v1", "Ingress", "Foreground")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "Foreground")]
    [InlineData("example.com/v1", "ConfigMap", "Foreground")]
    public void What_may_own_something_that_matters_waits_for_it_and_the_rest_goes_at_once(string version, string kind, string policy) =>
        Propagation.Of(new ObjectKind(version, kind), PropertyMap.Empty).ShouldBe(policy);

    [Theory]
    [InlineData("{}", "Background")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"foreground"}""", "Foreground")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"orphan"}""", "Orphan")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"background"}""", "Background")]
    public async Task An_object_has_the_last_word_on_how_it_goes(string annotations, string policy)
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

    [Theory]
    [InlineData("{}", "Foreground")]
    [InlineData("""{"pulumi.com/deletionPropagationPolicy":"background"}""", "Background")]
    public async Task What_hangs_on_a_Deployment_goes_first_unless_it_says_otherwise(string annotations, string policy)
    {
        await using var world = new ClusterWorld();

        await world.DeleteAsync(ClusterWorld.Deployment($""","annotations":{annotations}"""));

        world.Api.Bodies[^1]["propagationPolicy"]!.GetValue<string>().ShouldBe(policy);
    }

    [Fact]
    public async Task What_the_server_says_is_gone_is_not_looked_for()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
            request.Method == HttpMethod.Delete
                ? FakeApi.Json(HttpStatusCode.OK, JsonNode.Parse("""{"kind":"Status","status":"Success","details":{"uid":"u1"}}""")!)
                : null;

        await world.DeleteAsync(ClusterWorld.ConfigMap());

        world.Api.Requests.ShouldHaveSingleItem().ShouldBe("DELETE " + Path);
    }

    [Theory]
    [InlineData("""{"kind":"Status","status":"Success","details":{"name":"a"}}""")]
    [InlineData("""{"kind":"Status","status":"Success"}""")]
    public async Task A_server_that_only_says_that_it_has_begun_is_asked_until_the_object_is_gone(string answer)
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        var looks = 0;
        world.Api.Instead = request =>
            request.Method == HttpMethod.Delete ? FakeApi.Json(HttpStatusCode.OK, JsonNode.Parse(answer)!) : null;
        world.Api.Meanwhile = (_, found) => found["metadata"]!["uid"] = ++looks < 3 ? "u1" : "a new one of that name";

        await world.DeleteAsync(created.Outputs);

        looks.ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_watch_that_breaks_or_is_refused_leaves_the_wait_to_its_looks(HttpStatusCode status)
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        var (looks, watches) = (0, 0);
        world.Api.Instead = request => request.Method == HttpMethod.Delete ? FakeApi.Json(HttpStatusCode.OK, world.Api[Path]!) : null;
        world.Api.Watched = _ =>
        {
            watches++;
            return new HttpResponseMessage(status) { Content = new StringContent("") };
        };
        world.Api.Meanwhile = (_, found) => found["metadata"]!["uid"] = ++looks < 6 ? "u1" : "a new one of that name";

        await world.DeleteAsync(created.Outputs);

        looks.ShouldBe(6);
        watches.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_Service_is_waited_for_until_its_load_balancer_is_gone()
    {
        const string Service = "/api/v1/namespaces/ns/services/a";
        await using var world = new ClusterWorld();
        var service = ClusterWorld.Parse(
            """{"apiVersion":"v1","kind":"Service","metadata":{"name":"a","namespace":"ns","finalizers":["service.kubernetes.io/load-balancer-cleanup"]},"spec":{"type":"LoadBalancer"}}"""
        );
        world.Api[Service] = JsonNode.Parse(JsonValues.Text(service.With("metadata", service.Map("metadata").With("uid", "u1")), null));
        world.Api.Instead = request => request.Method == HttpMethod.Delete ? FakeApi.Json(HttpStatusCode.OK, world.Api[Service]!) : null;

        var failure = await Should.ThrowAsync<ProviderException>(() => world.DeleteAsync(service, TimeSpan.FromMilliseconds(30)));

        world.Api.Bodies[^1]["propagationPolicy"]!.GetValue<string>().ShouldBe("Background");
        failure.Message.ShouldContain("service.kubernetes.io/load-balancer-cleanup");
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
