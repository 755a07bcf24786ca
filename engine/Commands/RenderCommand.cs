using System.CommandLine;
using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.Events;
using Engine.Rendering;
using Engine.Values;

namespace Engine.Commands;

/// <summary><c>render</c></summary>
internal static class RenderCommand
{
    private const int UnknownsShown = 5;

    /// <summary>Where a stack's files go unless said otherwise, relative to Pulumi.yaml.</summary>
    public static string DefaultFolder(string stack) => Path.Combine("rendered", $"{stack}-review");

    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder to write to. Default: rendered/<stack>-review beside Pulumi.yaml.",
            HelpName = "folder",
        };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Write the values of Secrets in clear." };
        var command = new Command(
            "render",
            "Write the planned objects as files for review and GitOps; 'kubectl apply -k' takes the folder."
        )
        {
            output,
            showSecrets,
        };
        command.SetAction(async arguments =>
        {
            var screen = CommonOptions.Output(arguments);
            var errors = CommonOptions.Errors(arguments);
            using var interruption = new Interruption(line => errors.Line(line));
            var stack = StackContext.Open(arguments, readOnly: true);
            var update = await UpdateOpening.OpenAsync(
                stack,
                new PlanOptions { Kind = UpdateKind.Up },
                new PreviewBasis.OwnState(),
                () => stack.Store?.Load(stack.Secrets) ?? new StoredState(State.Snapshot.Empty, "", false),
                errors,
                interruption.Cancel
            );
            foreach (var note in update.Notes)
            {
                errors.Line(note, Tone.Warning);
            }

            using var progress = new NoProgressLine();
            var report = new UpdateReport(errors, preview: true, progress);
            var planned = await update.RunAsync(true, null, report.Handle, report.ProgramLine, interruption.Cancel, interruption.Terminate);
            if (!planned.Succeeded)
            {
                return UserErrorException.DefaultExitCode;
            }

            var folder = Path.GetFullPath(arguments.GetValue(output) ?? Path.Combine(stack.Project.Directory, DefaultFolder(stack.Name)));
            Write(
                screen,
                ShownPath.From(Environment.CurrentDirectory, folder),
                new Renderer(new RenderOptions(folder, arguments.GetValue(showSecrets))).Render(planned.Snapshot)
            );
            return 0;
        });
        return command;
    }

    private static void Write(Screen screen, string folder, RenderResult result)
    {
        screen.Line(
            ("Rendered  ", Tone.Heading),
            ($"{folder}   {result.Objects} objects, {result.Written.Count} files written, {result.Removed.Count} removed", Tone.Plain)
        );
        if (result.Redacted.Count > 0)
        {
            screen.Line(
                ($"          {result.Redacted.Count} with redacted Secret values; --show-secrets writes the real ones", Tone.Muted)
            );
        }

        if (result.Unknowns.Count > 0)
        {
            screen.Line(
                ($"warning: {result.Unknowns.Count} values are known only after 'up'; the files hold a placeholder for them", Tone.Warning)
            );
            foreach (var unknown in result.Unknowns.Take(UnknownsShown))
            {
                screen.Line($"  {unknown}");
            }
        }

        screen.Line(("Apply     ", Tone.Heading), ($"kubectl apply -k {folder}", Tone.Plain));
    }
}
