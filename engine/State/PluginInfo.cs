namespace Engine.State;

/// <summary>A plugin as the manifest lists it.</summary>
internal sealed record PluginInfo(string Name, string Type, string? Path, string? Version);
