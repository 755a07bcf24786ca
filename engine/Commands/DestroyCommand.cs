using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>destroy</c></summary>
internal static class DestroyCommand
{
    public static Command Create()
    {
        var flags = new UpdateFlags();
        var command = new Command("destroy", "Delete everything that the stack holds. Its history and configuration stay.")
        {
            flags.Yes,
            flags.Json,
            flags.Diff,
            flags.Refresh,
            flags.Parallel,
            flags.Target,
            flags.SkipPreview,
            flags.ContinueOnError,
            flags.TakeOver,
        };
        command.Aliases.Add("down");
        command.SetAction(arguments => UpCommand.RunAsync(flags, arguments, UpdateKind.Destroy, "destroy"));
        return command;
    }
}
