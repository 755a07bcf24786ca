namespace Components.Workloads;

/// <summary>Reachable through routes that name the service.</summary>
public sealed record RouteExposure : Expose;
