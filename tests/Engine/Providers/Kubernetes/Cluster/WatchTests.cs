using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Engine.Providers.Kubernetes.Readiness;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class WatchTests : IAsyncDisposable
{
    private const string Path = "/api/v1/namespaces/ns/configmaps/a";

    // So slow that a test that only looks would not end in time.
    private static readonly WaitPace Patient = new(
        TimeSpan.FromMilliseconds(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMilliseconds(50),
        Grace: TimeSpan.FromSeconds(2)
    )
    {
        Growth = 1_000_000,
    };

    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe _events = new();
    private readonly List<string> _watches = [];
    private readonly ClusterWorld _world = new(pace: Patient);
    private bool _gone;

    [Fact]
    public async Task What_waits_looks_when_the_server_tells_of_a_change()
    {
        var deletion = await BeginDeletionAsync(() => Stream(_events.Reader.AsStream()));

        _gone = true;
        await _events.Writer.WriteAsync(Encoding.UTF8.GetBytes("""{"type":"DELETED","object":{}}""" + "\n"));

        await deletion.WaitAsync(TimeSpan.FromSeconds(20));
        _watches
            .ShouldHaveSingleItem()
            .ShouldBe("/api/v1/namespaces/ns/configmaps?watch=true&fieldSelector=metadata.name%3Da&resourceVersion=1");
    }

    [Fact]
    public async Task A_watch_is_over_when_the_wait_is()
    {
        var deletion = await BeginDeletionAsync(() => Stream(_events.Reader.AsStream()));
        _gone = true;
        await _events.Writer.WriteAsync("\n"u8.ToArray());
        await deletion.WaitAsync(TimeSpan.FromSeconds(20));

        // Nobody reads any more: the stream has been closed.
        (await _events.Writer.WriteAsync("\n"u8.ToArray())).IsCompleted.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync() => await _world.DisposeAsync();

    private async Task<Task> BeginDeletionAsync(Func<HttpResponseMessage> watch)
    {
        var created = await _world.CreateAsync(ClusterWorld.ConfigMap());
        var looks = 0;
        _world.Api.Watched = request =>
        {
            _watches.Add(request.RequestUri!.PathAndQuery);
            return watch();
        };
        _world.Api.Instead = request => request.Method == HttpMethod.Delete ? FakeApi.Json(HttpStatusCode.OK, _world.Api[Path]!) : null;
        _world.Api.Meanwhile = (_, found) =>
        {
            found["metadata"]!["uid"] = _gone ? "a new one of that name" : "u1";
            if (++looks == 2)
            {
                _looked.SetResult();
            }
        };
        var deletion = _world.DeleteAsync(created.Outputs);
        await _looked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        deletion.IsCompleted.ShouldBeFalse();
        return deletion;
    }

    private static HttpResponseMessage Stream(Stream events) => new(HttpStatusCode.OK) { Content = new StreamContent(events) };
}
