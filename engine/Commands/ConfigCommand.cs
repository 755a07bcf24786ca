using System.CommandLine;

namespace Engine.Commands;

/// <summary><c>config …</c></summary>
internal static class ConfigCommand
{
    public static Command Create() =>
        new("config", "Read and change a stack's configuration.")
        {
            ConfigListCommand.Create(),
            ConfigGetCommand.Create(),
            ConfigSetCommand.Create(),
            ConfigRemoveCommand.Create(),
        };
}
