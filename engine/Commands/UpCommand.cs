using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>up</c></summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var yes = CommonOptions.Yes();
        var json = UpdateFlags.Json();
        var diff = UpdateFlags.Diff();
        var expectNoChanges = UpdateFlags.ExpectNoChanges();
        var failOn = UpdateFlags.FailOn();
        var refresh = UpdateFlags.Refresh();
        var parallel = UpdateFlags.Parallel();
        var target = UpdateFlags.Target();
        var replace = UpdateFlags.Replace();
        var skipPreview = UpdateFlags.SkipPreview();
        var continueOnError = UpdateFlags.ContinueOnError();
        var takeOver = UpdateFlags.TakeOver();
        var command = new Command("up", "Make the stack what the program says: preview, ask, do it. Without a terminal it does not ask.")
        {
            yes,
            json,
            diff,
            expectNoChanges,
            failOn,
            refresh,
            parallel,
            target,
            replace,
            skipPreview,
            continueOnError,
            takeOver,
        };
        command.Aliases.Add("update");
        command.SetAction(arguments =>
            UpdateAction.RunAsync(
                arguments,
                new UpdateInputs
                {
                    Plan = new PlanOptions
                    {
                        Kind = UpdateKind.Up,
                        Parallel = UpdateFlags.ParallelOf(arguments, parallel),
                        Refresh = arguments.GetValue(refresh),
                        ContinueOnError = arguments.GetValue(continueOnError),
                        Targets = UpdateFlags.Urns(arguments, target),
                        Replace = UpdateFlags.Urns(arguments, replace),
                    },
                    View = new PreviewView(arguments.GetValue(json), arguments.GetValue(diff), arguments.GetValue(skipPreview)),
                    Limits = new PreviewLimits(arguments.GetValue(expectNoChanges), UpdateFlags.ImpactOf(arguments, failOn)),
                    Yes = arguments.GetValue(yes),
                    Interactive = CommonOptions.IsInteractive(arguments),
                    TakeOver = arguments.GetValue(takeOver),
                }
            )
        );
        return command;
    }
}
