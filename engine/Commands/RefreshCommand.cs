using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>refresh</c></summary>
internal static class RefreshCommand
{
    public static Command Create()
    {
        var flags = new UpdateFlags();
        var command = new Command("refresh", "Make the state what really exists.")
        {
            flags.Yes,
            flags.Json,
            flags.Diff,
            flags.ExpectNoChanges,
            flags.Parallel,
            flags.Target,
            flags.SkipPreview,
            flags.TakeOver,
            flags.ClearPendingCreates,
        };
        command.SetAction(arguments => UpCommand.RunAsync(flags, arguments, UpdateKind.Refresh, "refresh"));
        return command;
    }
}
