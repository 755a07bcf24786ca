using System.Net;
using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class ObjectApplyTests
{
    private const string Path = "/api/v1/namespaces/ns/configmaps/a";

    [Fact]
    public async Task A_creation_is_a_POST_and_the_state_has_the_object_and_what_it_was_made_from()
    {
        await using var world = new ClusterWorld();

        var created = await world.CreateAsync(ClusterWorld.ConfigMap());

        created.Id.ShouldBe("ns/a");
        world.Api.Requests.ShouldHaveSingleItem().ShouldBe("POST /api/v1/namespaces/ns/configmaps?fieldManager=pulumi-kubernetes");
        ((PropertyMap)created.Outputs["metadata"]).GetText("uid").ShouldBe("u1");
        created.Outputs["__inputs"].ShouldBe(ClusterWorld.ConfigMap());
        created.Outputs.GetText("__fieldManager")!.ShouldMatch("^pulumi-kubernetes-[0-9a-f]{8}$");
    }

    [Fact]
    public async Task An_object_that_is_there_already_is_refused_with_the_ways_out()
    {
        await using var world = new ClusterWorld();
        world.Api[Path] = JsonNode.Parse("""{"metadata":{"name":"a"}}""");

        var failure = await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap()));

        failure.Message.ShouldStartWith("\"a\" already exists");
        failure.Message.ShouldContain("alias");
        failure.Message.ShouldContain("pulumi import");
        failure.Message.ShouldContain("upsertExistingObjects");
    }

    [Fact]
    public async Task An_upsert_takes_the_object_over()
    {
        await using var world = new ClusterWorld(PropertyMap.Of(("context", "test"), ("upsertExistingObjects", "true")));
        world.Api[Path] = JsonNode.Parse("""{"metadata":{"name":"a"}}""");

        await world.CreateAsync(ClusterWorld.ConfigMap());

        world
            .Api.Requests.ShouldHaveSingleItem()
            .ShouldMatch(@"^PATCH /api/v1/namespaces/ns/configmaps/a\?fieldManager=pulumi-kubernetes-[0-9a-f]{8}&force=false$");
    }

    [Fact]
    public async Task A_namespace_that_comes_in_the_same_update_is_waited_for()
    {
        await using var world = new ClusterWorld();
        var tries = 0;
        world.Api.Instead = request =>
            request.Method == HttpMethod.Post && ++tries < 3
                ? FakeApi.Status(HttpStatusCode.NotFound, "NotFound", "namespaces \"ns\" not found")
                : null;

        (await world.CreateAsync(ClusterWorld.ConfigMap())).Id.ShouldBe("ns/a");
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task A_kind_whose_definition_comes_in_the_same_update_is_asked_for_again()
    {
        await using var world = new ClusterWorld();
        var looks = 0;
        world.Api.Serve("/apis/x.test/v1", """[{"name":"foos","kind":"Foo","namespaced":true}]""");
        world.Api.Instead = request =>
            request.RequestUri!.AbsolutePath == "/apis/x.test/v1" && ++looks < 2
                ? FakeApi.Status(HttpStatusCode.NotFound, "NotFound", "no such group")
                : null;

        await world.CreateAsync(ClusterWorld.Parse("""{"apiVersion":"x.test/v1","kind":"Foo","metadata":{"name":"a","namespace":"ns"}}"""));

        world.Api["/apis/x.test/v1/namespaces/ns/foos/a"].ShouldNotBeNull();
    }

    [Fact]
    public async Task An_update_makes_what_was_created_and_what_kubectl_set_its_own_and_applies()
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        world.Api[Path]!["metadata"]!["managedFields"] = JsonNode.Parse(
            """
            [{"manager":"pulumi-kubernetes","operation":"Update","fieldsV1":{"f:data":{".":{},"f:k":{}}}},
             {"manager":"kubectl-edit","operation":"Update","fieldsV1":{"f:data":{"f:other":{}}}},
             {"manager":"kubectl","operation":"Update","subresource":"scale","fieldsV1":{"f:spec":{}}},
             {"manager":"controller","operation":"Update","fieldsV1":{"f:metadata":{}}}]
            """
        );

        await world.UpdateAsync(created.Outputs, ClusterWorld.ConfigMap("""{"k":"w"}"""));

        var manager = created.Outputs.GetText("__fieldManager")!;
        var fields = world.Api.Bodies[1][0]!;
        fields["path"]!.GetValue<string>().ShouldBe("/metadata/managedFields");
        fields["value"]!
            .AsArray()
            .Select(e => $"{e!["manager"]} {e["operation"]} {e["fieldsV1"]!.ToJsonString()}")
            .ShouldBe([
                """kubectl Update {"f:spec":{}}""",
                """controller Update {"f:metadata":{}}""",
                manager + """ Apply {"f:data":{".":{},"f:k":{},"f:other":{}}}""",
            ]);
        world.Api.Requests[^1].ShouldBe($"PATCH {Path}?fieldManager={manager}&force=false");
        world.Api.Bodies[^1]["data"]!.ToJsonString().ShouldBe("""{"k":"w"}""");
    }

    [Theory]
    [InlineData("conflict with \"kubectl\" with subresource \"scale\" using apps/v1 at 2026-01-01T00:00:00Z|.spec.replicas", true)]
    [InlineData("conflict with \"kubectl-edit\" using v1|.data.k", true)]
    [InlineData("conflict with \"kubectl\"|.data.k", false)]
    [InlineData("conflict with \"argocd\" using v1|.data.k", false)]
    public async Task What_was_set_by_hand_is_taken_back_and_what_another_program_sets_is_a_conflict(string cause, bool isTaken)
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap());
        world.Api.Instead = request =>
            request.RequestUri!.Query.Contains("force=false", StringComparison.Ordinal)
                ? FakeApi.Status(HttpStatusCode.Conflict, "Conflict", "Apply failed with 1 conflict", cause)
                : null;

        var update = world.UpdateAsync(created.Outputs, ClusterWorld.ConfigMap("""{"k":"w"}"""));

        if (isTaken)
        {
            await update;
            world.Api.Requests[^1].ShouldContain("force=true");
            return;
        }

        var failure = await Should.ThrowAsync<ProviderException>(() => update);
        failure.Message.ShouldContain("Another program sets the same fields");
        failure.Message.ShouldContain(".data.k");
        failure.Message.ShouldContain("pulumi.com/patchForce");
    }

    [Fact]
    public async Task Ignored_fields_keep_what_the_object_has()
    {
        await using var world = new ClusterWorld();
        var created = await world.CreateAsync(ClusterWorld.ConfigMap("""{"k":"v","own":"1"}"""));
        world.Api[Path]!["data"]!["k"] = "of another";

        await world.UpdateAsync(created.Outputs, ClusterWorld.ConfigMap("""{"k":"v","own":"2"}"""), preview: false, "data.k");

        world.Api.Bodies[^1]["data"]!.ToJsonString().ShouldBe("""{"k":"of another","own":"2"}""");
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_a_secret()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
            request.Method == HttpMethod.Post
                ? FakeApi.Status(HttpStatusCode.UnprocessableEntity, "Invalid", "data[k]: Invalid value: \"hunter2\" (aHVudGVyMg==)")
                : null;
        var secret = ClusterWorld
            .Parse("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a","namespace":"ns"}}""")
            .With("data", new PropertySecret(PropertyMap.Of(("k", "aHVudGVyMg=="))));

        var failure = await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(secret));

        failure.Message.ShouldBe("data[k]: Invalid value: \"[secret]\" ([secret])");
    }

    [Fact]
    public async Task What_a_Secret_holds_is_secret_in_the_state()
    {
        await using var world = new ClusterWorld();
        var secret = ClusterWorld
            .Parse("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a","namespace":"ns"}}""")
            .With("data", new PropertySecret(PropertyMap.Of(("k", "eA=="))));

        var created = await world.CreateAsync(secret);

        created.Outputs["data"].ShouldBe(new PropertySecret(PropertyMap.Of(("k", "eA=="))));
        world.Api["/api/v1/namespaces/ns/secrets/a"]!["data"]!["k"]!
            .GetValue<string>()
            .ShouldBe("eA==", "the cluster gets the value itself");
    }

    [Fact]
    public async Task Warnings_of_the_server_are_shown()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return null;
            }

            var answer = FakeApi.Json(
                HttpStatusCode.Created,
                JsonNode.Parse("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"ns"}}""")!
            );
            answer.Headers.TryAddWithoutValidation("Warning", "299 - \"would violate PodSecurity \\\"restricted\\\"\"");
            return answer;
        };

        await world.CreateAsync(ClusterWorld.ConfigMap());

        world.Host.Messages.ShouldContain("would violate PodSecurity \"restricted\"");
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        await using var world = new ClusterWorld();
        var tries = 0;
        world.Api.Instead = request =>
            request.Method == HttpMethod.Post && ++tries < 3
                ? FakeApi.Status(HttpStatusCode.TooManyRequests, "TooManyRequests", "wait")
                : null;

        (await world.CreateAsync(ClusterWorld.ConfigMap())).Id.ShouldBe("ns/a");
    }

    [Fact]
    public async Task A_Service_that_stays_a_load_balancer_is_replaced_for_its_class_and_one_that_becomes_one_is_not()
    {
        await using var world = new ClusterWorld();
        static PropertyMap Service(string spec) =>
            ClusterWorld.Parse($$"""{"apiVersion":"v1","kind":"Service","metadata":{"name":"a","namespace":"ns"},"spec":{{spec}}}""");
        var old = Service("""{"type":"LoadBalancer"}""");
        var plain = Service("""{"type":"ClusterIP"}""");
        var news = Service("""{"type":"LoadBalancer","loadBalancerClass":"nlb"}""");

        (await DiffAsync(world, old, news)).Replaces.ShouldBe(["spec.loadBalancerClass"]);
        (await DiffAsync(world, plain, news)).Replaces.ShouldBeEmpty();
    }

    private static Task<DiffResult> DiffAsync(ClusterWorld world, PropertyMap old, PropertyMap news) =>
        world.Provider.DiffAsync(
            new DiffRequest(
                ClusterWorld.UrnOf("kubernetes:core/v1:Service", "r"),
                "ns/a",
                old,
                CheckpointObject.Of(old, old, "v1", "m"),
                news,
                []
            ),
            default
        );
}
