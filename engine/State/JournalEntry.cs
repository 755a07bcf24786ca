namespace Engine.State;

/// <summary>
/// One line of the journal of an update. Applied in order to the base snapshot (<see cref="SnapshotBuilder"/>) the entries give the state
/// at any moment:
/// <see cref="JournalBegin"/> and <see cref="JournalEnd"/>.
/// </summary>
/// <param name="Operation">Number of the step within the update; begin and end of a step have the same.</param>
internal abstract record JournalEntry(long Operation)
{
    /// <summary>
    /// True when the entry must be on the disk before the engine goes on. Others (resources that stay as they are) may wait in memory until
    /// such an entry comes:
    /// an update without any work writes nothing.
    /// </summary>
    public abstract bool IsDurable { get; }
}
