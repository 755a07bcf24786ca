using System.CommandLine;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>refresh</c></summary>
internal static class RefreshCommand
{
    public static Command Create()
    {
        var yes = CommonOptions.Yes();
        var json = UpdateFlags.Json();
        var diff = UpdateFlags.Diff();
        var expectNoChanges = UpdateFlags.ExpectNoChanges();
        var parallel = UpdateFlags.Parallel();
        var target = UpdateFlags.Target();
        var skipPreview = UpdateFlags.SkipPreview();
        var takeOver = UpdateFlags.TakeOver();
        var clearPendingCreates = UpdateFlags.ClearPendingCreates();
        var command = new Command("refresh", "Make the state what really exists.")
        {
            yes,
            json,
            diff,
            expectNoChanges,
            parallel,
            target,
            skipPreview,
            takeOver,
            clearPendingCreates,
        };
        command.SetAction(arguments =>
            UpdateAction.RunAsync(
                arguments,
                new UpdateInputs
                {
                    Plan = new PlanOptions
                    {
                        Kind = UpdateKind.Refresh,
                        Parallel = UpdateFlags.ParallelOf(arguments, parallel),
                        Targets = UpdateFlags.Urns(arguments, target),
                        ClearPendingCreates = arguments.GetValue(clearPendingCreates),
                    },
                    View = new PreviewView(arguments.GetValue(json), arguments.GetValue(diff), arguments.GetValue(skipPreview)),
                    Limits = new PreviewLimits(arguments.GetValue(expectNoChanges), FailOn: null),
                    Yes = arguments.GetValue(yes),
                    Interactive = CommonOptions.IsInteractive(arguments),
                    TakeOver = arguments.GetValue(takeOver),
                }
            )
        );
        return command;
    }
}
