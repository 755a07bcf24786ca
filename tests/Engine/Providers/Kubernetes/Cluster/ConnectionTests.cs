using System.Net;
using Engine.Providers.Kubernetes.Cluster;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class ConnectionTests
{
    private static readonly ClusterAddress Somewhere = new(null, null, "test", null);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_failed_connection_is_tried_again_by_the_next_caller()
    {
        var tries = 0;
        await using var connection = new ClusterConnection(Somewhere, _ =>
            ++tries == 1 ? throw new ClusterUnreachedException("refused") : Task.FromResult<HttpMessageHandler>(new FakeApi())
        );

        await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(Second, default));

        (await connection.OpenAsync(Second, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_tried_three_times_and_again_by_one_with_more_patience()
    {
        var tries = 0;
        await using var connection = new ClusterConnection(Somewhere, _ => throw new ClusterUnreachedException($"refused {++tries}"));

        for (var i = 0; i < 5; i++)
        {
            await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(Second, default));
        }

        tries.ShouldBe(3);
        await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(2 * Second, default));
        tries.ShouldBe(4);
    }

    [Fact]
    public async Task A_missing_credential_plugin_is_named_with_its_context_and_hint_and_sought_once()
    {
        await using var connection = ClusterConnection.Through(
            Somewhere with
            {
                Text = Kubeconfig("no-such-plugin", "installHint: Get it from the shop."),
            }
        );

        var first = await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(Second, default));
        var again = await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(2 * Second, default));

        first.Message.ShouldContain("'no-such-plugin', which context 'test'");
        first.Message.ShouldContain("install it");
        first.Message.ShouldEndWith("Get it from the shop.");
        again.ShouldBeSameAs(first);
    }

    [Fact]
    public async Task A_failing_credential_plugin_is_named_with_what_it_said()
    {
        // The plugin is a shell's command.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var connection = ClusterConnection.Through(
            Somewhere with
            {
                Text = Kubeconfig("/bin/sh", """args: ["-c", "echo session expired >&2; exit 3"]"""),
            }
        );

        var failure = await Should.ThrowAsync<ClusterUnreachedException>(() => connection.OpenAsync(Second, default));

        failure.Message.ShouldContain("'/bin/sh', which context 'test'");
        failure.Message.ShouldContain("exit code 3: session expired");
    }

    [Fact]
    public async Task A_Service_is_not_ready_when_endpoints_may_not_be_listed()
    {
        await using var world = new ClusterWorld();
        world.Api.Instead = request =>
            request.RequestUri!.AbsolutePath.EndsWith("/endpointslices", StringComparison.Ordinal)
                ? FakeApi.Status(
                    HttpStatusCode.Forbidden,
                    "Forbidden",
                    "User cannot list resource \"endpointslices\" in the namespace \"ns\""
                )
                : null;

        var service = ClusterWorld.Parse(
            """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"ns"},"spec":{"type":"ClusterIP","selector":{"app":"web"}}}"""
        );

        var failure = await Should.ThrowAsync<Exception>(() => world.CreateAsync(service));
        failure.ToString().ShouldContain("cannot list resource \"endpointslices\" in the namespace \"ns\"");
    }

    private static string Kubeconfig(string command, string more) =>
        $$"""
            apiVersion: v1
            kind: Config
            current-context: test
            contexts: [{ name: test, context: { cluster: c, user: u } }]
            clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1" } }]
            users:
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1
                  command: {{command}}
                  {{more}}
            """;
}
