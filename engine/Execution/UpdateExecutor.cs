using System.Diagnostics;
using Engine.Contract;
using Engine.Events;
using Engine.Masking;
using Engine.Planning;
using Engine.State;
using Engine.Values;

namespace Engine.Execution;

/// <summary>Runs one update (preview, up, refresh or destroy) of one stack.</summary>
/// <param name="providers">Where providers come from.</param>
/// <param name="journal">Where each step is kept; null in a preview, where nothing is.</param>
/// <param name="emit">Takes the events, one at a time, in order.</param>
/// <param name="secrets">Learns the secrets that the update meets, and masks them in what it tells.</param>
internal sealed class UpdateExecutor(IProviderFactory providers, IJournal? journal, Action<EngineEvent> emit, KnownSecrets secrets)
{
    /// <summary>How long a program may take to end after the update has; then it is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs the update to its end.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="basis">The state so far; it may still be loading while the program starts.</param>
    /// <param name="program">The program; not used by refresh and destroy.</param>
    /// <param name="cancel">Ends the update soon: running steps finish and are saved, no new ones start.</param>
    /// <param name="terminate">Ends it now: running operations are abandoned, and stay pending in the state.</param>
    public async Task<UpdateResult> RunAsync(
        UpdateOptions options,
        Task<Snapshot> basis,
        IProgramRunner program,
        CancellationToken cancel,
        CancellationToken terminate
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var events = new EventStream(emit, secrets);
        var ready = PrepareAsync(options, basis, events, cancel, terminate);
        var exit =
            options.Kind == UpdateKind.Up
                ? await RunProgramAsync(options, ready, program, events, terminate)
                : await RunAloneAsync(options, ready);

        await using var parts = await ready;
        var cancelled = cancel.IsCancellationRequested || terminate.IsCancellationRequested;
        var succeeded = exit.Code == 0 && events.Errors == 0 && events.Failures == 0 && !cancelled;
        var (oldOutputs, outputs) = await parts.Outputs.FinishAsync(succeeded);
        var result = new UpdateResult
        {
            Succeeded = succeeded,
            Cancelled = cancelled,
            Changes = events.Changes,
            Errors = events.Failures,
            Snapshot = parts.Run.Ledger.Build(),
            SnapshotChanged = parts.Run.Ledger.HasChanged,
            Outputs = outputs,
            OldOutputs = oldOutputs,
            Duration = Stopwatch.GetElapsedTime(begun),
            PreviewOnlyPackages = [.. parts.Run.PreviewOnlyPackages],
        };
        events.Emit(new UpdateEnded(result));
        return result;
    }

    private async Task<UpdateParts> PrepareAsync(
        UpdateOptions options,
        Task<Snapshot> basis,
        EventStream events,
        CancellationToken cancel,
        CancellationToken terminate
    )
    {
        var snapshot = await basis;
        var run = new UpdateRun(options, snapshot, options.Preview ? null : journal, events, terminate);
        var parts = new UpdateParts(run, providers);
        parts.StopOn(cancel);
        await parts.Recovery.RunAsync(snapshot.PendingOperations);
        if (options.Refresh || options.Kind == UpdateKind.Refresh)
        {
            await parts.Refresher.RunAsync();
        }

        return parts;
    }

    private static async Task<ProgramExit> RunProgramAsync(
        UpdateOptions options,
        Task<UpdateParts> ready,
        IProgramRunner program,
        EventStream events,
        CancellationToken terminate
    )
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(terminate);
        var session = new ProgramSession(ready, options, events);
        var running = program.RunAsync(session, kill.Token);
        try
        {
            var parts = await ready;
            await Task.WhenAny(running, session.Signalled, parts.Run.Stopped.AsTask());
            if (parts.Run.IsStopped)
            {
                await session.WhenIdleAsync();
                kill.CancelAfter(Grace);
                await Task.WhenAny(running, session.Signalled);
            }

            await session.WhenIdleAsync();
            var exitedWell = !running.IsCompleted || (await running).Code == 0;
            if (exitedWell && !parts.Run.IsStopped && events.Errors == 0)
            {
                await parts.Deletions.RunAsync();
            }

            session.Release();
            var exit = await running;
            Explain(exit, parts.Run, events);
            return exit;
        }
        finally
        {
            session.Release();
            await kill.CancelAsync();
        }
    }

    private static async Task<ProgramExit> RunAloneAsync(UpdateOptions options, Task<UpdateParts> ready)
    {
        var parts = await ready;
        if (options.Kind == UpdateKind.Destroy && !parts.Run.IsStopped)
        {
            await parts.Deletions.RunAsync();
        }

        return new ProgramExit(0);
    }

    /// <summary>A program that failed has said why, but for one that was killed or crashed.</summary>
    private static void Explain(ProgramExit exit, UpdateRun run, EventStream events)
    {
        if (exit.Code is not (0 or ProgramExit.AlreadyReported) && !run.IsStopped && events.Errors == 0)
        {
            events.Log(
                Severity.Error,
                exit.Message ?? $"the program ended with exit code {exit.Code}",
                Urn.OfStack(run.Options.Stack, run.Options.Project)
            );
        }
    }
}
