namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>How a manifest is applied.</summary>
/// <param name="FieldManager">The name under which the server notes which fields are ours.</param>
/// <param name="Force">Takes fields from other managers instead of stopping at a conflict.</param>
/// <param name="IsDryRun">The server checks all and changes nothing.</param>
internal sealed record ApplyMode(string FieldManager, bool Force = false, bool IsDryRun = false);
