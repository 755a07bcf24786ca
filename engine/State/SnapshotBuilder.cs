using Engine.Values;

namespace Engine.State;

/// <summary>
/// The state while an update runs, and after a kill: a base snapshot plus the journal's entries. Each entry costs constant time; nothing is
/// copied until
/// <see cref="Build"/>. Not safe for concurrent use.
/// </summary>
internal sealed class SnapshotBuilder(Snapshot basis)
{
    private readonly ResourceState?[] _base = [.. basis.Resources];
    private readonly Dictionary<long, int> _index = [];
    private readonly List<ResourceState?> _new = [];
    private readonly Dictionary<long, PendingOperation> _pending = [];
    private readonly Dictionary<Urn, Urn> _renamed = [];
    private readonly List<PendingOperation> _inherited = [.. basis.PendingOperations];

    /// <summary>True once an entry has changed what the base snapshot said (a mere change of order does not count).</summary>
    public bool HasChanged { get; private set; }

    public void Apply(JournalEntry entry)
    {
        HasChanged |= entry.IsDurable;
        switch (entry)
        {
            case JournalBegin begin:
                _pending[begin.Operation] = begin.Pending;
                break;
            case JournalEnd end:
                _pending.Remove(end.Operation);
                Apply(end);
                break;
        }
    }

    /// <summary>Resources of this run in the order of their completion, then the base resources that it has not met.</summary>
    public Snapshot Build(Manifest? manifest, SecretsProvider? secrets)
    {
        var resources = _new.Concat(_base).OfType<ResourceState>();
        if (_renamed.Count > 0)
        {
            resources = resources.Select(r => ResourceReferences.Renamed(r, urn => _renamed.GetValueOrDefault(urn, urn)));
        }

        return new Snapshot(
            manifest,
            secrets,
            DependencyOrder.Sort(WithoutDanglingReferences([.. resources])),
            [.. _inherited, .. _pending.OrderBy(p => p.Key).Select(p => p.Value)]
        );
    }

    /// <summary>A refresh, or a deletion by hand, may have taken what others refer to.</summary>
    private static List<ResourceState> WithoutDanglingReferences(List<ResourceState> resources)
    {
        var urns = resources.Select(r => r.Urn).ToHashSet();
        for (var i = 0; i < resources.Count; i++)
        {
            if (ResourceReferences.Of(resources[i]).Any(urn => !urns.Contains(urn)))
            {
                resources[i] = ResourceReferences.Without(resources[i], urn => !urns.Contains(urn));
            }
        }

        return resources;
    }

    private void Apply(JournalEnd end)
    {
        if (end.Kept is { } index && _base[index] is { } kept)
        {
            _base[index] = null;
            Put(EntryKey.New(end.Operation), kept);
        }

        foreach (var (key, resource) in end.Put)
        {
            Put(key, resource);
        }

        foreach (var key in end.Removed)
        {
            Put(key, null);
        }

        if (end.Renamed is { } change)
        {
            _renamed[change.From] = change.To;
        }

        if (end.SettlesPending is { } urn)
        {
            _inherited.RemoveAll(p => p.Resource.Urn == urn);
        }
    }

    private void Put(EntryKey key, ResourceState? resource)
    {
        if (key.IsBase)
        {
            _base[key.Number] = resource;
        }
        else if (_index.TryGetValue(key.Number, out var at))
        {
            _new[at] = resource;
        }
        else if (resource is not null)
        {
            _index[key.Number] = _new.Count;
            _new.Add(resource);
        }
    }
}
