using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>A request to the API server.</summary>
/// <param name="Path">Path and query.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public const string Json = "application/json";
    public const string Apply = "application/apply-patch+yaml";
    public const string JsonPatch = "application/json-patch+json";

    public PropertyValue? Body { get; init; }

    public string ContentType { get; init; } = Json;

    /// <summary>Gets each warning that the server adds to its answer.</summary>
    public Action<string>? Warned { get; init; }

    /// <summary>Sends it again after a connection broke.</summary>
    /// <value>Whether sending it twice is the same as once.</value>
    public bool IsRepeatable { get; init; } = Method != HttpMethod.Post;
}
