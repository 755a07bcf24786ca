using Engine.Backend;
using Engine.Display;
using Engine.Effects;
using Engine.Errors;
using Engine.Events;

namespace Engine.Commands;

/// <summary>Shows what an update would do. Writes nothing, and needs neither passphrase nor state.</summary>
internal sealed class PreviewRunner(PreviewInputs inputs, Screen output, Screen errors)
{
    public async Task<int> RunAsync(StackContext stack, Interruption interruption)
    {
        var preview = await ShowAsync(stack, interruption);
        preview.Refuse(inputs.Limits, "");
        return preview.Result.Succeeded ? 0 : UserErrorException.DefaultExitCode;
    }

    /// <summary>Opens the stack without its lock, previews it, and prints that.</summary>
    public async Task<Previewed> ShowAsync(StackContext stack, Interruption interruption)
    {
        StoredState Load() =>
            inputs.Basis is PreviewBasis.Export exported
                ? new StoredState(ExportedState.Read(exported.File), "", WasRecovered: false)
                : stack.Store?.Load(stack.Secrets) ?? new StoredState(State.Snapshot.Empty, "", WasRecovered: false);
        var notes = inputs.View.Json ? errors : output;
        var update = inputs.Basis is PreviewBasis.Commit commit
            ? await SinceOpening.OpenAsync(stack, inputs.Plan, commit, notes, interruption.Cancel)
            : await UpdateOpening.OpenAsync(stack, inputs.Plan, inputs.Basis, Load, notes, interruption.Cancel);
        return await ShowAsync(update, interruption);
    }

    /// <summary>Runs the preview and prints it, unless it was asked not to.</summary>
    public async Task<Previewed> ShowAsync(OpenedUpdate update, Interruption interruption)
    {
        var recorder = new PlanRecorder();
        if (inputs.View.Json)
        {
            return await DigestAsync(update, recorder, interruption);
        }

        using var progress = output.Terminal is { } terminal
            ? (IProgressLine)new TerminalProgressLine(terminal)
            : new PlainProgressLine(output, update.Stack.Time);
        var report = new UpdateReport(output, preview: true, progress);
        var result = await update.RunAsync(
            true,
            null,
            Both(report.Handle, recorder.Handle),
            report.ProgramLine,
            interruption.Cancel,
            interruption.Terminate
        );
        progress.Dispose();
        var preview = new Previewed(result, Effects(update, recorder));
        Summary.WriteHeader(output, update.Stack.Name, result, update.Notes);
        if (result.Succeeded && !inputs.View.IsSkipped)
        {
            Write(report, preview, recorder);
        }

        return preview;
    }

    private static Action<EngineEvent> Both(Action<EngineEvent> first, Action<EngineEvent> second) =>
        item =>
        {
            first(item);
            second(item);
        };

    private async Task<Previewed> DigestAsync(OpenedUpdate update, PlanRecorder recorder, Interruption interruption)
    {
        foreach (var note in update.Notes)
        {
            errors.Line(note, Tone.Warning);
        }

        var digest = new JsonDigest(update.Options.Config);
        var result = await update.RunAsync(
            true,
            null,
            Both(digest.Handle, recorder.Handle),
            line => errors.Line(line),
            interruption.Cancel,
            interruption.Terminate
        );
        var preview = new Previewed(result, Effects(update, recorder));
        Console.Out.WriteLine(digest.Text(result, preview.Effects, recorder.Notes));
        return preview;
    }

    /// <summary>A refresh changes no resource, and without a state nobody knows what there is.</summary>
    private IReadOnlyList<Effect> Effects(OpenedUpdate update, PlanRecorder recorder) =>
        inputs.Plan.Kind == UpdateKind.Refresh ? []
        : update.HasBasis ? recorder.Effects()
        : [.. recorder.Effects().Select(effect => effect with { Impact = Impact.Unknown, Span = "" })];

    private void Write(UpdateReport report, Previewed preview, PlanRecorder recorder)
    {
        if (inputs.Plan.Kind == UpdateKind.Refresh)
        {
            report.Plan.Write(output, inputs.View.Diff);
        }
        else
        {
            new EffectReport(output, inputs.View.Diff).Write(preview.Effects);
        }

        if (inputs.Plan.Kind == UpdateKind.Up)
        {
            Summary.WriteOutputs(output, preview.Result, changedOnly: true);
        }

        Summary.WriteNotes(output, recorder.Notes);
        Summary.WriteWorst(output, preview.Effects);
        Summary.WritePlan(output, preview.Result);
    }
}
