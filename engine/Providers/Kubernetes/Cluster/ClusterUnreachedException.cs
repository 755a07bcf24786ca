namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>The API server did not answer, or did not take the credentials. The message says why, and what to do.</summary>
internal sealed class ClusterUnreachedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it will be the same for the rest of the run, such as with a program that is not installed.</summary>
    public bool IsLasting { get; init; }
}
