namespace Components.Configuration;

/// <summary>A key of a ConfigMap.</summary>
/// <param name="Config">The ConfigMap.</param>
/// <param name="Key">The key.</param>
public sealed record ConfigKey(AppConfig Config, string Key);
