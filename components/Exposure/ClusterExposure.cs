namespace Components.Exposure;

/// <summary>Reachable from inside the cluster only.</summary>
public sealed record ClusterExposure : Expose;
