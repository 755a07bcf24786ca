using Engine.Planning;
using Engine.State;

namespace Engine.Tests.Planning.Fakes;

/// <summary>Keeps the entries, and what the world was like when each was written.</summary>
internal sealed class FakeJournal(FakeCloud cloud) : IJournal
{
    public List<(JournalEntry Entry, FakeCloud World)> Entries { get; } = [];

    public async ValueTask AppendAsync(JournalEntry entry)
    {
        Entries.Add((entry, cloud.Copy()));
        await Task.Yield();
    }
}
