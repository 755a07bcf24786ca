namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>How far a deletion is once the server has answered.</summary>
internal enum Deletion
{
    /// <summary>There was no such object.</summary>
    NotThere,

    /// <summary>The object may still be there: it waits for what it owns, or for its finalizers.</summary>
    Begun,

    /// <summary>The object is gone.</summary>
    Done,
}
