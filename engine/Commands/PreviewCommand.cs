using System.CommandLine;
using Engine.Errors;
using Engine.Events;

namespace Engine.Commands;

/// <summary><c>preview</c></summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var json = UpdateFlags.Json();
        var diff = UpdateFlags.Diff();
        var expectNoChanges = UpdateFlags.ExpectNoChanges();
        var failOn = UpdateFlags.FailOn();
        var since = UpdateFlags.Since();
        var against = UpdateFlags.Against();
        var refresh = UpdateFlags.Refresh();
        var parallel = UpdateFlags.Parallel();
        var target = UpdateFlags.Target();
        var replace = UpdateFlags.Replace();
        var command = new Command("preview", "Show what 'up' would do. Writes nothing.")
        {
            json,
            diff,
            expectNoChanges,
            failOn,
            since,
            against,
            refresh,
            parallel,
            target,
            replace,
        };
        command.Aliases.Add("pre");
        command.SetAction(async arguments =>
        {
            var inputs = new PreviewInputs
            {
                Plan = new PlanOptions
                {
                    Kind = UpdateKind.Up,
                    Parallel = UpdateFlags.ParallelOf(arguments, parallel),
                    Refresh = arguments.GetValue(refresh),
                    Targets = UpdateFlags.Urns(arguments, target),
                    Replace = UpdateFlags.Urns(arguments, replace),
                },
                View = new PreviewView(arguments.GetValue(json), arguments.GetValue(diff), IsSkipped: false),
                Limits = new PreviewLimits(arguments.GetValue(expectNoChanges), UpdateFlags.ImpactOf(arguments, failOn)),
                Basis = Basis(arguments.GetValue(against), arguments.GetValue(since)),
            };
            var errors = CommonOptions.Errors(arguments);
            using var interruption = new Interruption(line => errors.Line(line));
            return await new PreviewRunner(inputs, CommonOptions.Output(arguments), errors).RunAsync(
                StackContext.Open(arguments, readOnly: true),
                interruption
            );
        });
        return command;
    }

    private static PreviewBasis Basis(string? against, string? since) =>
        (against, since) switch
        {
            (null, null) => new PreviewBasis.OwnState(),
            ({ } file, null) => new PreviewBasis.Export(file),
            (null, { } commit) => new PreviewBasis.Commit(commit),
            _ => throw new UserErrorException(
                "--against compares with an exported state, and --since with a commit",
                "Leave one of the two out."
            )
            {
                ExitCode = UserErrorException.MissingFlag,
            },
        };
}
