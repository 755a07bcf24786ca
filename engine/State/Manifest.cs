namespace Engine.State;

/// <summary>Who wrote the state, and when.</summary>
/// <param name="Version">The engine's version; the stored magic is its SHA-256.</param>
/// <param name="Plugins">The plugins that were used.</param>
internal sealed record Manifest(DateTimeOffset Time, string Version, IReadOnlyList<PluginInfo> Plugins);
