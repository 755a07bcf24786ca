using System.CommandLine;

namespace Engine.Commands;

/// <summary><c>stack …</c></summary>
internal static class StackCommand
{
    public static Command Create() =>
        new("stack", "Manage stacks.")
        {
            StackInitCommand.Create(),
            StackListCommand.Create(),
            StackOutputCommand.Create(),
            StackExportCommand.Create(),
            StackImportCommand.Create(),
            StackRemoveCommand.Create(),
        };
}
