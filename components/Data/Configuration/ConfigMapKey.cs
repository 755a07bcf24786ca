namespace Components.Data;

/// <summary>A key of a ConfigMap.</summary>
/// <param name="Config">The ConfigMap.</param>
/// <param name="Key">The key.</param>
public sealed record ConfigMapKey(AppConfig Config, string Key);
