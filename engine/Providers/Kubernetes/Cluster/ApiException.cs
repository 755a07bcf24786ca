using System.Net;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>The API server has refused a request.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="reason">The API's word for it, for example <c>AlreadyExists</c>; may be empty.</param>
/// <param name="message">The server's message.</param>
/// <param name="causes">What it says in particular: the manager of each field in conflict, for example.</param>
internal sealed class ApiException(HttpStatusCode status, string reason, string message, IReadOnlyList<string> causes) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Reason { get; } = reason;

    public IReadOnlyList<string> Causes { get; } = causes;

    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    public bool IsAlreadyExists => Reason == "AlreadyExists";

    /// <summary>A field belongs to another manager, or the object has changed since it was read.</summary>
    public bool IsConflict => Status == HttpStatusCode.Conflict && !IsAlreadyExists;
}
