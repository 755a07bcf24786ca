using System.Diagnostics;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>Runs one step at a time per caller, at most so many at once over all: events around it, and failures told once, in the user's
/// words.</summary>
internal sealed class StepRunner(UpdateRun run)
{
    /// <param name="step">Announced before.</param>
    /// <param name="work">Does it, and returns the step as it ended.</param>
    /// <exception cref="StepFailedException">It has failed, and that is shown.</exception>
    /// <exception cref="UpdateStoppedException">The update has stopped before it began.</exception>
    public async Task<StepDescription> RunAsync(StepDescription step, Func<Task<StepDescription>> work)
    {
        run.ThrowIfStopped();
        try
        {
            await run.Throttle.WaitAsync(run.Stopped);
        }
        catch (OperationCanceledException)
        {
            throw new UpdateStoppedException();
        }

        try
        {
            run.ThrowIfStopped();
            run.Events.Started(step);
            var begun = Stopwatch.GetTimestamp();
            var done = await work();
            run.Events.Succeeded(done, Stopwatch.GetElapsedTime(begun));
            return done;
        }
        catch (Exception e) when (e is not (UpdateStoppedException or StepFailedException))
        {
            Fail(step.Urn, e);
            run.Events.Failed(step);
            throw new StepFailedException();
        }
        finally
        {
            run.Throttle.Release();
        }
    }

    /// <summary>Tells that a resource has failed, and stops the update unless it is to go on.</summary>
    public void Fail(Urn urn, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            run.Events.Log(Severity.Error, message, urn);
        }

        StopUnlessContinuing();
    }

    /// <summary>Tells that a resource has failed, in the user's words where the failure has them, and stops the update unless it is to go
    /// on.</summary>
    public void Fail(Urn urn, Exception e)
    {
        var message = e switch
        {
            ResourceInitException { Reasons.Count: > 1 } init => $"{init.Reasons.Count} errors occurred:\n"
                + string.Join('\n', init.Reasons.Select(r => "  * " + r)),
            ProviderException or ResourceInitException or FormatException => e.Message,
            OperationCanceledException => "the operation was abandoned",
            _ => $"unexpected failure: {e.Message}",
        };
        if (e is not (ProviderException or ResourceInitException or FormatException or OperationCanceledException))
        {
            run.Events.Log(Severity.Debug, e.ToString(), urn);
        }

        Fail(urn, [message]);
    }

    private void StopUnlessContinuing()
    {
        if (!run.Options.ContinueOnError)
        {
            run.Stop();
        }
    }
}
