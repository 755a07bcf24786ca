using System.Net;
using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class PreviewTests
{
    private const string Path = "/api/v1/namespaces/ns/configmaps/a";

    [Fact]
    public async Task The_server_checks_what_is_to_be_and_changes_nothing()
    {
        await using var world = new ClusterWorld();

        (await world.CreateAsync(ClusterWorld.ConfigMap(), preview: true)).Id.ShouldBe("ns/a");

        world.Api.Requests.ShouldContain(request => request.StartsWith("PATCH " + Path, StringComparison.Ordinal));
        world
            .Api.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal))
            .ShouldAllBe(request => request.EndsWith("&dryRun=All", StringComparison.Ordinal));
        world.Api[Path].ShouldBeNull();
    }

    [Fact]
    public async Task What_the_server_would_refuse_fails_the_preview()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
            request.Method == HttpMethod.Patch
                ? FakeApi.Status(HttpStatusCode.UnprocessableEntity, "Invalid", "spec.x: field is immutable")
                : null;

        var failure = await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap(), preview: true));

        failure.Message.ShouldStartWith("spec.x: field is immutable");
        failure.Message.ShouldContain("--replace");
    }

    [Fact]
    public async Task Nothing_is_asked_about_objects_of_a_namespace_that_is_still_to_be_made_but_once_whether_it_is_there()
    {
        await using var world = new ClusterWorld();
        world.Api.HasNamespace = false;

        (await world.CreateAsync(ClusterWorld.ConfigMap(), preview: true)).Id.ShouldBe("ns/a");
        await world.CreateAsync(ClusterWorld.Deployment(), preview: true);

        world.Api.Requests.ShouldHaveSingleItem().ShouldBe("GET /api/v1/namespaces/ns");
    }

    [Fact]
    public async Task Who_may_not_look_at_namespaces_still_has_objects_checked_in_them()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
            request.Method == HttpMethod.Patch ? FakeApi.Status(HttpStatusCode.UnprocessableEntity, "Invalid", "data: no")
            : request.RequestUri!.AbsolutePath == "/api/v1/namespaces/ns" ? FakeApi.Status(HttpStatusCode.Forbidden, "Forbidden", "no")
            : null;

        var failure = await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap(), preview: true));

        failure.Message.ShouldStartWith("data: no");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task What_may_come_with_the_same_update_or_may_not_be_asked_is_no_failure(HttpStatusCode status)
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request => request.Method == HttpMethod.Patch ? FakeApi.Status(status, "", "no") : null;

        (await world.CreateAsync(ClusterWorld.ConfigMap(), preview: true)).Id.ShouldBe("ns/a");
    }

    [Fact]
    public async Task An_object_that_is_about_to_be_replaced_is_not_compared_with_its_successor()
    {
        await using var world = new ClusterWorld();
        world.Api[Path] = JsonNode.Parse("""{"metadata":{"name":"a"}}""");

        await world.CreateAsync(ClusterWorld.ConfigMap(), preview: true);

        world.Api.Requests.ShouldHaveSingleItem().ShouldBe("GET " + Path);
    }

    [Fact]
    public async Task Unknown_values_are_not_sent()
    {
        await using var world = new ClusterWorld();

        await world.CreateAsync(ClusterWorld.ConfigMap().With("data", PropertyMap.Of(("k", PropertyValue.Computed))), preview: true);

        world.Api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_told_once_and_does_not_matter()
    {
        await using var world = new ClusterWorld { Unreached = "connection refused" };

        var created = await world.CreateAsync(ClusterWorld.ConfigMap(), preview: true);
        await world.UpdateAsync(created.Outputs, ClusterWorld.ConfigMap("""{"k":"w"}"""), preview: true);

        world
            .Host.Messages.ShouldHaveSingleItem()
            .ShouldBe("this goes by the state and the program alone, the cluster of context 'test' was not asked: connection refused");
    }

    [Fact]
    public async Task An_update_needs_the_cluster()
    {
        await using var world = new ClusterWorld { Unreached = "connection refused" };

        (await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap()))).Message.ShouldBe(
            "the cluster of context 'test': connection refused"
        );
    }

    [Fact]
    public async Task Credentials_that_are_not_taken_say_what_to_do()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = _ => FakeApi.Status(HttpStatusCode.Unauthorized, "Unauthorized", "Unauthorized");

        (await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap()))).Message.ShouldBe(
            "the cluster of context 'test': the API server does not take the kubeconfig's credentials (401 Unauthorized): log in again, "
                + "or give another kubeconfig"
        );
    }

    [Fact]
    public async Task A_proxy_that_cannot_reach_the_server_says_what_to_check()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError)
        {
            Content = new StringContent("dial tcp 10.0.0.1:443: i/o timeout"),
        };

        (await Should.ThrowAsync<ProviderException>(() => world.CreateAsync(ClusterWorld.ConfigMap()))).Message.ShouldBe(
            "the cluster of context 'test': the API server is not reached: dial tcp 10.0.0.1:443: i/o timeout; "
                + "check that the cluster runs, the server's address in the kubeconfig, and the network (VPN, allowed addresses)"
        );
    }
}
