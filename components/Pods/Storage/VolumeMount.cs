namespace Components.Pods;

/// <summary>A volume at a folder of a container.</summary>
/// <param name="Volume">The volume.</param>
/// <param name="Path">The folder.</param>
/// <param name="ReadOnly">Whether the container may only read.</param>
public sealed record VolumeMount(Volume Volume, string Path, bool ReadOnly);
