using Engine.State;

namespace Engine.Planning;

/// <summary>
/// Keeps what an update has done so that a kill at any moment loses nothing. Safe for concurrent use; entries are kept in the order of the
/// calls.
/// </summary>
internal interface IJournal
{
    /// <summary>Completes when a durable entry, and all before it, are on the disk; at once for others. One flush may serve many
    /// callers.</summary>
    ValueTask AppendAsync(JournalEntry entry);
}
