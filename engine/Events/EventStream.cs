using Engine.Contract;
using Engine.Masking;
using Engine.State;
using Engine.Values;

namespace Engine.Events;

/// <summary>Hands events on one at a time, and counts them. Secrets of the resources that they are about are learned, and texts
/// masked.</summary>
internal sealed class EventStream(Action<EngineEvent> emit, KnownSecrets secrets)
{
    private readonly Dictionary<StepOp, int> _changes = [];
    private readonly Lock _gate = new();

    /// <summary>All that this update has met.</summary>
    public KnownSecrets Secrets { get; } = secrets;

    /// <summary>Steps that have failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Errors that were shown, of steps or not.</summary>
    public int Errors { get; private set; }

    public IReadOnlyDictionary<StepOp, int> Changes
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<StepOp, int>(_changes);
            }
        }
    }

    public void Started(StepDescription step)
    {
        Learn(step);
        Emit(new StepStarted(step));
    }

    public void Succeeded(StepDescription step, TimeSpan duration)
    {
        Learn(step);
        lock (_gate)
        {
            if (step.Logical && !ProviderTypes.IsDefault(step.Urn))
            {
                _changes[step.Op] = _changes.GetValueOrDefault(step.Op) + 1;
            }

            emit(new StepSucceeded(step, duration));
        }
    }

    public void Failed(StepDescription step)
    {
        lock (_gate)
        {
            Failures++;
            emit(new StepFailed(step));
        }
    }

    public void Log(Severity severity, string message, Urn? urn = null, int streamId = 0, bool ephemeral = false)
    {
        message = Secrets.Mask(message);
        lock (_gate)
        {
            Errors += severity == Severity.Error ? 1 : 0;
            emit(new Diagnostic(severity, message, urn, streamId, ephemeral));
        }
    }

    public void Emit(EngineEvent item)
    {
        lock (_gate)
        {
            emit(item);
        }
    }

    private void Learn(StepDescription step)
    {
        if (step.New is { } state)
        {
            Secrets.Learn(state.Inputs);
            Secrets.Learn(state.Outputs);
        }
    }
}
