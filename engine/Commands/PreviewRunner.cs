using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.Planning;
using Engine.Since;

namespace Engine.Commands;

/// <summary>Shows what an update would do. Writes nothing, and needs neither passphrase nor state.</summary>
internal sealed class PreviewRunner(UpdateInputs inputs, Screen output, Screen errors)
{
    public async Task<int> RunAsync(StackContext stack, Interruption interruption)
    {
        var result = await ShowAsync(stack, interruption);
        if (inputs.ExpectNoChanges && result.HasChanges)
        {
            throw new UserErrorException("no changes were expected, but there are some") { ExitCode = UserErrorException.UnexpectedChanges };
        }

        return result.Succeeded ? 0 : UserErrorException.DefaultExitCode;
    }

    /// <summary>Opens the stack without its lock, previews it, and prints that.</summary>
    public async Task<UpdateResult> ShowAsync(StackContext stack, Interruption interruption)
    {
        StoredState Load() => stack.Store?.Load(stack.Secrets) ?? new StoredState(State.Snapshot.Empty, "", WasRecovered: false);
        var notes = inputs.Json ? errors : output;
        var update = inputs.Since is { } since
            ? await SinceOpening.OpenAsync(stack, inputs, since, notes, interruption.Cancel)
            : await UpdateOpening.OpenAsync(stack, inputs, Load, notes, interruption.Cancel);
        return await ShowAsync(update, interruption);
    }

    /// <summary>Runs the preview and prints it, unless it was asked not to.</summary>
    public async Task<UpdateResult> ShowAsync(OpenedUpdate update, Interruption interruption)
    {
        if (inputs.Json)
        {
            var digest = new JsonDigest(update.Options.Config);
            var digested = await update.RunAsync(true, null, digest.Handle, line => errors.Line(line), interruption.Cancel, interruption.Terminate);
            Console.Out.WriteLine(digest.Text(digested));
            return digested;
        }

        using var progress = output.Terminal is { } terminal ? (IProgressLine)new TerminalProgressLine(terminal) : new PlainProgressLine(output, update.Stack.Time);
        var report = new UpdateReport(output, preview: true, progress);
        var result = await update.RunAsync(true, null, report.Handle, report.ProgramLine, interruption.Cancel, interruption.Terminate);
        progress.Dispose();
        if (!result.Succeeded)
        {
            // A plan that ended early looks whole; what matters are the errors, which stand last on the screen.
            output.Line($"{update.Stack.Name}   the preview failed, nothing was changed", Tone.Muted);
        }
        else if (!inputs.SkipPreview)
        {
            report.Plan.Write(output, inputs.Diff);
            if (inputs.Kind == UpdateKind.Up)
            {
                Summary.WriteOutputs(output, result, changedOnly: true);
            }

            Summary.WriteCounts(output, update.Stack.Name, result, done: false);
        }

        return result;
    }
}
