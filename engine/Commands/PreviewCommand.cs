using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>preview</c></summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var flags = new UpdateFlags();
        var command = new Command("preview", "Show what 'up' would do. Writes nothing.")
        {
            flags.Json,
            flags.Diff,
            flags.ExpectNoChanges,
            flags.FailOn,
            flags.Since,
            flags.Against,
            flags.Refresh,
            flags.Parallel,
            flags.Target,
            flags.Replace,
        };
        command.Aliases.Add("pre");
        command.SetAction(async arguments =>
        {
            var output = CommonOptions.Output(arguments);
            var errors = CommonOptions.Errors(arguments);
            using var interruption = new Interruption(line => errors.Line(line));
            var inputs = UpCommand.Inputs(flags, arguments, UpdateKind.Up, "update");
            return await new PreviewRunner(inputs, output, errors).RunAsync(StackContext.Open(arguments, readOnly: true), interruption);
        });
        return command;
    }
}
