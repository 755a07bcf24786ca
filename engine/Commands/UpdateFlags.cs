using System.CommandLine;
using Engine.Effects;
using Engine.Errors;
using Engine.Values;

namespace Engine.Commands;

/// <summary>The options of the verbs that plan an update, with Pulumi's names. Each verb makes those that it has, and reads no
/// other.</summary>
internal static class UpdateFlags
{
    public static int DefaultParallel => 4 * Environment.ProcessorCount;

    public static Option<bool> Json() => new("--json", "-j") { Description = "Print as JSON, in Pulumi's form." };

    public static Option<bool> Diff() => new("--diff") { Description = "Show all properties, and changed texts line by line." };

    public static Option<bool> ExpectNoChanges() => new("--expect-no-changes") { Description = "Fail if anything changes." };

    public static Option<string?> Since() =>
        new("--since")
        {
            Description =
                "Compare with the program and the stack's file as they are at this git commit, taken as applied, instead of with the "
                + "state.",
            HelpName = "commit",
        };

    public static Option<string?> FailOn() =>
        new Option<string?>("--fail-on")
        {
            Description = "Stop before an effect as bad as this, or worse: restart, unknown, outage, data-loss.",
            HelpName = "effect",
        }.AcceptOnlyFromAmong("restart", "unknown", "outage", "data-loss");

    public static Option<string?> Against() =>
        new("--against") { Description = "Take this file of 'stack export' as the stack's state.", HelpName = "file" };

    public static Option<bool> Refresh() => new("--refresh", "-r") { Description = "Read every resource first." };

    public static Option<int> Parallel() =>
        new("--parallel", "-p")
        {
            Description = "How many operations may run at once.",
            DefaultValueFactory = _ => DefaultParallel,
            HelpName = "count",
        };

    public static Option<string[]> Target() =>
        new("--target", "-t") { Description = "Change only this resource (a URN); may be given more than once.", HelpName = "urn" };

    public static Option<string[]> Replace() =>
        new("--replace") { Description = "Replace this resource (a URN); may be given more than once.", HelpName = "urn" };

    public static Option<bool> SkipPreview() => new("--skip-preview", "-f") { Description = "Do not print the preview." };

    public static Option<bool> ContinueOnError() =>
        new("--continue-on-error") { Description = "Go on with what does not depend on what failed." };

    public static Option<bool> TakeOver() => new("--take-over") { Description = "Write to a state that the Pulumi CLI wrote last." };

    public static Option<bool> ClearPendingCreates() =>
        new("--clear-pending-creates") { Description = "Forget creations that were begun and never ended." };

    /// <summary>The number that was given; anything below one stands for the default.</summary>
    public static int ParallelOf(ParseResult arguments, Option<int> option) =>
        arguments.GetValue(option) is > 0 and var given ? given : DefaultParallel;

    public static Impact? ImpactOf(ParseResult arguments, Option<string?> option) =>
        arguments.GetValue(option) is { } worst ? ImpactWords.Parse(worst) : null;

    public static IReadOnlyList<Urn> Urns(ParseResult arguments, Option<string[]> option)
    {
        var given = arguments.GetValue(option) ?? [];
        var wrong = given.Where(text => !Urn.IsValid(text)).ToList();
        return wrong.Count == 0
            ? [.. given.Select(text => new Urn(text))]
            : throw new UserErrorException([
                .. wrong.Select(text => new UserError(
                    $"{option.Name} '{text}' is no URN",
                    null,
                    "For example urn:pulumi:dev::infra::kubernetes:apps/v1:Deployment::web. 'preview --json' lists them."
                )),
            ]);
    }
}
