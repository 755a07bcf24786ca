namespace Components.Workloads;

/// <summary>Reachable from inside the cluster only.</summary>
public sealed record ClusterExposure : Expose
{
    /// <summary>Whether the name resolves to the pods' own addresses.</summary>
    public bool IsHeadless { get; init; }
}
