using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

/// <summary>An API server in memory, as far as the engine asks it: objects by path, and what a test wants it to answer instead.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly Dictionary<string, string> _versions = new()
    {
        ["/api/v1"] =
            """[{"name":"configmaps","kind":"ConfigMap","namespaced":true},{"name":"secrets","kind":"Secret","namespaced":true},{"name":"pods","kind":"Pod","namespaced":true},{"name":"pods/log","kind":"Pod","namespaced":true},{"name":"services","kind":"Service","namespaced":true},{"name":"namespaces","kind":"Namespace","namespaced":false},{"name":"persistentvolumeclaims","kind":"PersistentVolumeClaim","namespaced":true},{"name":"events","kind":"Event","namespaced":true}]""",
        ["/apis/apps/v1"] =
            """[{"name":"deployments","kind":"Deployment","namespaced":true},{"name":"replicasets","kind":"ReplicaSet","namespaced":true}]""",
        ["/apis/batch/v1"] = """[{"name":"jobs","kind":"Job","namespaced":true}]""",
        ["/apis/storage.k8s.io/v1"] = """[{"name":"storageclasses","kind":"StorageClass","namespaced":false}]""",
        ["/apis/discovery.k8s.io/v1"] = """[{"name":"endpointslices","kind":"EndpointSlice","namespaced":true}]""",
    };

    private readonly Dictionary<string, JsonNode> _objects = [];
    private readonly Lock _gate = new();

    /// <summary>Every request but those for kinds, and for whether there is the namespace: method, path and query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The bodies of those that have one, by request.</summary>
    public List<JsonNode> Bodies { get; } = [];

    /// <summary>Asked before all else; null leaves it to the server.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>Changes an object whenever it is read: what controllers do meanwhile.</summary>
    public Action<string, JsonNode>? Meanwhile { get; set; }

    /// <value>Whether there is the namespace <c>ns</c>, which nobody makes.</value>
    public bool HasNamespace { get; set; } = true;

    /// <summary>What a watch of these objects is answered with; none may be watched without it.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Watched { get; set; }

    public JsonNode? this[string path]
    {
        get => _objects.GetValueOrDefault(path);
        set => _objects[path] = value!;
    }

    public void Serve(string version, string kinds) => _versions[version] = kinds;

    public static HttpResponseMessage Status(HttpStatusCode code, string reason, string message, params string[] causes) =>
        Json(
            code,
            new JsonObject
            {
                ["kind"] = "Status",
                ["reason"] = reason,
                ["message"] = message,
                ["details"] = new JsonObject
                {
                    ["causes"] = new JsonArray([
                        .. causes.Select(c => new JsonObject { ["message"] = c.Split('|')[0], ["field"] = c.Split('|')[1] }),
                    ]),
                },
            }
        );

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_gate)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (_versions.TryGetValue(path, out var kinds))
            {
                return Instead?.Invoke(request)
                    ?? Json(HttpStatusCode.OK, new JsonObject { ["kind"] = "APIResourceList", ["resources"] = JsonNode.Parse(kinds) });
            }

            if (request.RequestUri.Query.Contains("watch=true", StringComparison.Ordinal))
            {
                return Watched?.Invoke(request) ?? Status(HttpStatusCode.Forbidden, "Forbidden", "no watch");
            }

            if (HasNamespace && request.Method == HttpMethod.Get && path == "/api/v1/namespaces/ns")
            {
                return Instead?.Invoke(request) ?? Json(HttpStatusCode.OK, new JsonObject { ["metadata"] = new JsonObject() });
            }

            Requests.Add($"{request.Method} {request.RequestUri.PathAndQuery}");
            if (body is not null)
            {
                Bodies.Add(body.DeepClone());
            }

            return Instead?.Invoke(request) ?? Answer(request, path, body);
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string path, JsonNode? body)
    {
        switch (request.Method.Method)
        {
            case "POST":
                var place = $"{path}/{body!["metadata"]!["name"]}";
                return _objects.TryAdd(place, Stamped(body))
                    ? Json(HttpStatusCode.Created, _objects[place])
                    : Status(HttpStatusCode.Conflict, "AlreadyExists", $"\"{body["metadata"]!["name"]}\" already exists");
            case "PATCH" when request.Content!.Headers.ContentType!.MediaType == "application/apply-patch+yaml":
                if (!request.RequestUri!.Query.Contains("dryRun", StringComparison.Ordinal))
                {
                    _objects[path] = Stamped(body!);
                }

                return Json(HttpStatusCode.OK, body!);
            case "PATCH":
                return _objects.TryGetValue(path, out var patched) ? Json(HttpStatusCode.OK, patched) : Missing(path);
            case "DELETE":
                return _objects.Remove(path, out var gone) ? Json(HttpStatusCode.OK, gone) : Missing(path);
            case "GET" when _objects.TryGetValue(path, out var found):
                Meanwhile?.Invoke(path, found);
                return Json(HttpStatusCode.OK, found);
            case "GET" when path.Split('/')[^1] is "pods" or "endpointslices" or "events" or "replicasets":
                return Json(
                    HttpStatusCode.OK,
                    new JsonObject
                    {
                        ["items"] = new JsonArray([
                            .. _objects.Where(o => o.Key.StartsWith(path + "/", StringComparison.Ordinal)).Select(o => o.Value.DeepClone()),
                        ]),
                    }
                );
            default:
                return Missing(path);
        }
    }

    private static JsonNode Stamped(JsonNode body)
    {
        var made = body.DeepClone();
        made["metadata"]!["uid"] = "u1";
        made["metadata"]!["resourceVersion"] = "1";
        made["metadata"]!["generation"] = 1;
        return made;
    }

    private static HttpResponseMessage Missing(string path) =>
        Status(HttpStatusCode.NotFound, "NotFound", $"\"{path.Split('/')[^1]}\" not found");

    public static HttpResponseMessage Json(HttpStatusCode code, JsonNode content) =>
        new(code) { Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json") };
}
