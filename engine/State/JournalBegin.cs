namespace Engine.State;

/// <summary>Written before a provider is asked to change something.</summary>
internal sealed record JournalBegin(long Operation, PendingOperation Pending) : JournalEntry(Operation)
{
    public override bool IsDurable => true;
}
