using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

/// <summary>The provider on a cluster in memory.</summary>
internal sealed class ClusterWorld : IAsyncDisposable
{
    private static readonly WaitPace Hasty = new(
        TimeSpan.FromMilliseconds(1),
        TimeSpan.FromMilliseconds(5),
        TimeSpan.FromMilliseconds(50),
        Grace: TimeSpan.FromSeconds(2)
    );

    public ClusterWorld(PropertyMap? arguments = null, WaitPace? pace = null)
    {
        var targets = new TargetFactory(
            address => new ClusterConnection(address, _ => Connect(), () => ValueTask.CompletedTask),
            pace ?? Hasty
        );
        Provider = new KubernetesProvider(RepositorySchemas.Catalog, targets, Host);
        Provider
            .ConfigureAsync(
                new ConfigureRequest(UrnOf("pulumi:providers:kubernetes", "k"), arguments ?? PropertyMap.Of(("context", "test"))),
                default
            )
            .Wait();
    }

    public FakeApi Api { get; } = new();

    public RecordingHost Host { get; } = new();

    public KubernetesProvider Provider { get; }

    /// <summary>Set when no cluster answers.</summary>
    public string? Unreached { get; set; }

    public static Urn UrnOf(string type, string name) => Urn.Create("dev", "p", null, type, name);

    public static PropertyMap Parse(string json) => (PropertyMap)JsonValues.Parse(json, null);

    public static PropertyMap ConfigMap(string data = """{"k":"v"}""") =>
        Parse($$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"ns"},"data":{{data}}}""");

    public static PropertyMap Deployment(string more = "") =>
        Parse(
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"ns"MORE},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"web"}}}}""".Replace(
                "MORE",
                more,
                StringComparison.Ordinal
            )
        );

    public Task<CreateResult> CreateAsync(PropertyMap inputs, bool preview = false, TimeSpan? timeout = null) =>
        Provider.CreateAsync(new CreateRequest(UrnOf(TypeOf(inputs), "r"), inputs, timeout, preview), default);

    public Task<PropertyMap> UpdateAsync(PropertyMap outputs, PropertyMap news, bool preview = false, params string[] ignored) =>
        Provider.UpdateAsync(
            new UpdateRequest(
                UrnOf(TypeOf(news), "r"),
                "ns/a",
                CheckpointObject.Inputs(outputs, news),
                outputs,
                news,
                ignored,
                null,
                preview
            ),
            default
        );

    public Task<ReadResult?> ReadAsync(PropertyMap inputs, PropertyMap outputs) =>
        Provider.ReadAsync(new ReadRequest(UrnOf(TypeOf(inputs), "r"), "ns/a", inputs, outputs, null), default);

    public Task DeleteAsync(PropertyMap outputs, TimeSpan? timeout = null) =>
        Provider.DeleteAsync(new DeleteRequest(UrnOf(TypeOf(outputs), "r"), "ns/a", outputs, outputs, timeout), default);

    /// <summary>Sets the status of an object, as its controller does.</summary>
    public void Status(string path, string status) => Api[path]!["status"] = JsonNode.Parse(status);

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        Host.Dispose();
    }

    private Task<HttpMessageHandler> Connect() =>
        Unreached is { } why ? throw new ClusterUnreachedException(why) : Task.FromResult<HttpMessageHandler>(Api);

    private static string TypeOf(PropertyMap manifest)
    {
        var version = manifest.GetText("apiVersion")!;
        return $"kubernetes:{(version.Contains('/', StringComparison.Ordinal) ? version : "core/" + version)}:{manifest.GetText("kind")}";
    }
}
