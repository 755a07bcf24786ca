using System.CommandLine;
using Engine.Errors;
using Engine.Values;

namespace Engine.Commands;

/// <summary>Options of the commands that run an update, with Pulumi's names.</summary>
internal sealed class UpdateFlags
{
    public Option<bool> Yes { get; } = CommonOptions.Yes();

    public Option<bool> Json { get; } = new("--json", "-j") { Description = "Print as JSON, in Pulumi's form." };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Show all properties, and changed texts line by line." };

    public Option<bool> ExpectNoChanges { get; } = new("--expect-no-changes") { Description = "Fail if anything changes." };

    public Option<string?> Since { get; } =
        new("--since")
        {
            Description =
                "Compare with the program and the stack's file as they are at this git commit, taken as applied, instead of with the "
                + "state.",
            HelpName = "commit",
        };

    public Option<string?> FailOn { get; } =
        new Option<string?>("--fail-on")
        {
            Description = "Stop before an effect as bad as this, or worse: restart, unknown, outage, data-loss.",
            HelpName = "effect",
        }.AcceptOnlyFromAmong("restart", "unknown", "outage", "data-loss");

    public Option<string?> Against { get; } =
        new("--against") { Description = "Take this file of 'stack export' as the stack's state.", HelpName = "file" };

    public Option<bool> Refresh { get; } = new("--refresh", "-r") { Description = "Read every resource first." };

    public Option<int> Parallel { get; } =
        new("--parallel", "-p")
        {
            Description = "How many operations may run at once.",
            DefaultValueFactory = _ => 4 * Environment.ProcessorCount,
            HelpName = "count",
        };

    public Option<string[]> Target { get; } =
        new("--target", "-t") { Description = "Change only this resource (a URN); may be given more than once.", HelpName = "urn" };

    public Option<string[]> Replace { get; } =
        new("--replace") { Description = "Replace this resource (a URN); may be given more than once.", HelpName = "urn" };

    public Option<bool> SkipPreview { get; } = new("--skip-preview", "-f") { Description = "Do not print the preview." };

    public Option<bool> ContinueOnError { get; } =
        new("--continue-on-error") { Description = "Go on with what does not depend on what failed." };

    public Option<bool> TakeOver { get; } = new("--take-over") { Description = "Write to a state that the Pulumi CLI wrote last." };

    public Option<bool> ClearPendingCreates { get; } =
        new("--clear-pending-creates") { Description = "Forget creations that were begun and never ended." };

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
