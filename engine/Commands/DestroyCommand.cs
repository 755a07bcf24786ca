using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>destroy</c></summary>
internal static class DestroyCommand
{
    public static Command Create()
    {
        var yes = CommonOptions.Yes();
        var json = UpdateFlags.Json();
        var diff = UpdateFlags.Diff();
        var refresh = UpdateFlags.Refresh();
        var parallel = UpdateFlags.Parallel();
        var target = UpdateFlags.Target();
        var skipPreview = UpdateFlags.SkipPreview();
        var continueOnError = UpdateFlags.ContinueOnError();
        var takeOver = UpdateFlags.TakeOver();
        var command = new Command("destroy", "Delete everything that the stack holds. Its history and configuration stay.")
        {
            yes,
            json,
            diff,
            refresh,
            parallel,
            target,
            skipPreview,
            continueOnError,
            takeOver,
        };
        command.Aliases.Add("down");
        command.SetAction(arguments =>
            UpdateAction.RunAsync(
                arguments,
                new UpdateInputs
                {
                    Plan = new PlanOptions
                    {
                        Kind = UpdateKind.Destroy,
                        Parallel = UpdateFlags.ParallelOf(arguments, parallel),
                        Refresh = arguments.GetValue(refresh),
                        ContinueOnError = arguments.GetValue(continueOnError),
                        Targets = UpdateFlags.Urns(arguments, target),
                    },
                    View = new PreviewView(arguments.GetValue(json), arguments.GetValue(diff), arguments.GetValue(skipPreview)),
                    Limits = PreviewLimits.None,
                    Yes = arguments.GetValue(yes),
                    Interactive = CommonOptions.IsInteractive(arguments),
                    TakeOver = arguments.GetValue(takeOver),
                }
            )
        );
        return command;
    }
}
