using Agreement;
using Engine.Contract;
using Engine.Events;

namespace Engine.Effects;

/// <summary>Keeps what a preview says, to compute its effects at the end.</summary>
internal sealed class PlanRecorder
{
    private readonly List<StepDescription> _steps = [];
    private readonly DeclaredPlaces _places = new();
    private readonly ProgramNotes _notes = new();

    /// <summary>What the program sums up.</summary>
    public IReadOnlyList<PlanNote> Notes => _notes.All;

    public void Handle(EngineEvent item)
    {
        switch (item)
        {
            case StepSucceeded { Step: var step }:
                _steps.Add(step);
                break;
            case Diagnostic { Severity: Severity.Debug } message:
                _places.Handle(message);
                _notes.Handle(message);
                break;
        }
    }

    public IReadOnlyList<Effect> Effects() => EffectPlan.Of(_steps, _places);
}
