using Agreement;
using Engine.Contract;
using Engine.Events;

namespace Engine.Effects;

/// <summary>What the program sums up about a plan.</summary>
internal sealed class ProgramNotes
{
    private readonly List<PlanNote> _notes = [];

    /// <summary>In the order in which they were said.</summary>
    public IReadOnlyList<PlanNote> All => _notes;

    public void Handle(Diagnostic message)
    {
        if (message.Severity == Severity.Debug && PlanNote.Read(message.Message) is { } note)
        {
            _notes.Add(note);
        }
    }
}
