using Engine.Errors;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>Keys as they are typed.</summary>
internal static class ConfigKeys
{
    public static ConfigKey Parse(string text, Project project) =>
        ConfigKey.TryParse(text, project.Name)
        ?? throw new UserErrorException(
            $"'{text}' is no configuration key",
            $"Write name, or namespace:name, for example {project.Name}:replicas."
        );
}
