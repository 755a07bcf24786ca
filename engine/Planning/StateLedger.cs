using Engine.State;

namespace Engine.Planning;

/// <summary>The state as this update makes it: each change goes to the journal and to the state in memory, in one order. Safe for
/// concurrent use.</summary>
internal sealed class StateLedger(Snapshot basis, IJournal? journal)
{
    private readonly SnapshotBuilder _state = new(basis);
    private readonly Lock _gate = new();
    private long _operation;

    public bool HasChanged
    {
        get
        {
            lock (_gate)
            {
                return _state.HasChanged;
            }
        }
    }

    public long NextOperation() => Interlocked.Increment(ref _operation);

    public ValueTask AppendAsync(JournalEntry entry)
    {
        lock (_gate)
        {
            _state.Apply(entry);
            return journal?.AppendAsync(entry) ?? ValueTask.CompletedTask;
        }
    }

    public Snapshot Build()
    {
        lock (_gate)
        {
            return _state.Build(basis.Manifest, basis.SecretsProvider);
        }
    }
}
