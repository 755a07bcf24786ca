using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.Events;

namespace Engine.Commands;

/// <summary>Previews an update, asks, runs it under the stack's lock with a journal, and saves.</summary>
internal sealed class UpdateRunner(UpdateInputs inputs, Screen output, Screen errors)
{
    public async Task<int> RunAsync(StackContext stack, Interruption interruption)
    {
        try
        {
            return await PreviewAndRunAsync(stack, interruption);
        }
        catch (UserErrorException e) when (e.ConcernsAccess && inputs.Kind == UpdateKind.Up)
        {
            // Who lacks access here, and would need the Pulumi CLI anyway, is told that first.
            var quiet = new Screen(TextWriter.Null);
            RefusePreviewOnly(
                stack,
                (
                    await new PreviewRunner(inputs.Preview with { View = inputs.View with { Json = false } }, quiet, quiet).ShowAsync(
                        stack.ReadOnly(),
                        interruption
                    )
                ).Result
            );
            throw;
        }
    }

    private async Task<int> PreviewAndRunAsync(StackContext stack, Interruption interruption)
    {
        var store = stack.RequiredStore;
        using var held = StackLock.Take(store.Paths, stack.Time);
        var update = await UpdateOpening.OpenAsync(
            stack,
            inputs.Plan,
            inputs.Preview.Basis,
            () => Load(store, stack),
            inputs.Json ? errors : output,
            interruption.Cancel
        );
        var previewed = await new PreviewRunner(inputs.Preview, output, errors).ShowAsync(update, interruption);
        var preview = previewed.Result;
        RefusePreviewOnly(stack, preview);
        if (!preview.Succeeded)
        {
            return UserErrorException.DefaultExitCode;
        }

        previewed.Refuse(inputs.Limits, "; nothing was changed");
        var nothingToDo = !preview.HasChanges && !preview.SnapshotChanged && inputs.Kind != UpdateKind.Refresh;
        if (nothingToDo && !inputs.Json)
        {
            ApplyHint.Write(output, stack.Project, stack.Name, preview.Snapshot);
            return 0;
        }

        if (
            !nothingToDo
            && inputs is { Interactive: true, Yes: false }
            && !Prompt.Confirm($"{Capitalized(inputs.Word)} stack '{stack.Name}'?")
        )
        {
            output.Line($"{inputs.Word} declined; nothing was changed");
            return UserErrorException.DefaultExitCode;
        }

        return await RunAsync(update, store, interruption);
    }

    private static StoredState Load(StackStore store, StackContext stack)
    {
        stack.Secrets.RequireUnlocked();
        return store.LoadAndRecover(stack.Secrets);
    }

    private async Task<int> RunAsync(OpenedUpdate update, StackStore store, Interruption interruption)
    {
        var stack = update.Stack;
        var stored = await update.State;
        RefuseForeign(stack, stored);
        var started = stack.Time.GetUtcNow();
        interruption.BeginUpdate();
        await using var journal = store.OpenJournal(stored.CheckpointHash, stack.Secrets);
        var result = await RunAsync(update, journal, interruption);
        if (result.SnapshotChanged || journal.IsWritten)
        {
            await store.SaveAsync(result.Snapshot, journal, stack.Secrets);
            UpdateHistory.Add(store.Paths, inputs.Word, started, stack.Time.GetUtcNow(), result);
        }

        if (!inputs.Json)
        {
            if (inputs.Kind == UpdateKind.Up)
            {
                Summary.WriteOutputs(output, result, changedOnly: false);
            }

            Summary.WriteCounts(output, stack.Name, result, done: true);
            if (result.Cancelled)
            {
                output.Line("stopped before the end; what was done is saved, and the same command goes on from there");
            }
            else if (result.Succeeded)
            {
                ApplyHint.Write(output, stack.Project, stack.Name, result.Snapshot);
            }
        }

        return result.Succeeded ? 0 : UserErrorException.DefaultExitCode;
    }

    private async Task<UpdateResult> RunAsync(OpenedUpdate update, Journal journal, Interruption interruption)
    {
        if (inputs.Json)
        {
            var events = new JsonEvents(Console.Out, update.Stack.Time);
            events.Begin(update.Options.Config);
            return await update.RunAsync(
                false,
                journal,
                events.Handle,
                line => errors.Line(line),
                interruption.Cancel,
                interruption.Terminate
            );
        }

        output.Line();
        using var progress = output.Terminal is { } terminal
            ? (IProgressLine)new TerminalProgressLine(terminal)
            : new PlainProgressLine(output, update.Stack.Time);
        var report = new UpdateReport(output, preview: false, progress);
        return await update.RunAsync(false, journal, report.Handle, report.ProgramLine, interruption.Cancel, interruption.Terminate);
    }

    private void RefusePreviewOnly(StackContext stack, UpdateResult preview)
    {
        if (preview.PreviewOnlyPackages.Count > 0)
        {
            throw new UserErrorException(
                $"stack '{stack.Name}' holds {string.Join(" and ", preview.PreviewOnlyPackages)} resources, which need the Pulumi CLI; "
                    + $"nothing was changed",
                $"Run: pulumi {(inputs.Kind == UpdateKind.Up ? "up" : inputs.Word)} -s {stack.Name}",
                "'preview' and 'render' work here for every stack."
            );
        }
    }

    private void RefuseForeign(StackContext stack, StoredState stored)
    {
        if (stored.IsForeign && !inputs.TakeOver)
        {
            throw new UserErrorException(
                $"the state of stack '{stack.Name}' was last written by the Pulumi CLI ({stored.Snapshot.Manifest!.Version}); nothing "
                    + $"was changed",
                "Go on with the Pulumi CLI, or let this engine write it from now on: add --take-over."
            );
        }
    }

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
