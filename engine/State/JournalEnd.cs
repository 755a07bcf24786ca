using Engine.Values;

namespace Engine.State;

/// <summary>
/// What a step has done to the state; it also ends the pending operation of the same number. In this order: <see cref="Kept"/> moves a base
/// entry, as it is, to the
/// resources of this run; <see cref="Put"/> writes entries, in place where the key exists, else after the resources of this run;
/// <see cref="Removed"/> drops entries.
/// </summary>
internal sealed record JournalEnd(long Operation) : JournalEntry(Operation)
{
    /// <summary>Index of the base resource that this run found unchanged; its new key is <c>EntryKey.New(Operation)</c>.</summary>
    public int? Kept { get; init; }

    public IReadOnlyList<KeyValuePair<EntryKey, ResourceState>> Put { get; init; } = [];

    public IReadOnlyList<EntryKey> Removed { get; init; } = [];

    /// <summary>True when an earlier run's pending operation on this resource is settled by this step (it was adopted, or found never to
    /// have happened).</summary>
    public Urn? SettlesPending { get; init; }

    /// <summary>Set when the resource was found under an alias: what refers to its old URN then refers to the new one.</summary>
    public UrnChange? Renamed { get; init; }

    public override bool IsDurable => Put.Count > 0 || Removed.Count > 0 || SettlesPending is not null;
}
