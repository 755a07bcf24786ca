using Components.Containers;

namespace Components.Registries;

/// <summary>The images of a registry.</summary>
public static class RegistryImages
{
    /// <summary>The repository of this name; its version comes from the release.</summary>
    public static Image Image(this RegistryArgs registry, string repository)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return Containers.Image.Parse($"{registry.Account}.dkr.ecr.{registry.Region}.amazonaws.com/{repository}");
    }
}
