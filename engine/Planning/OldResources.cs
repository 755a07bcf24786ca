using Engine.State;
using Engine.Values;

namespace Engine.Planning;

/// <summary>The base state by URN, with the edges between its resources. Each resource is claimed at most once in a run. Safe for
/// concurrent use.</summary>
internal sealed class OldResources
{
    private readonly List<OldResource> _all = [];
    private readonly Dictionary<Urn, OldResource> _live = [];
    private readonly Dictionary<(Urn, string?), ResourceState> _providers = [];
    private readonly Lock _gate = new();
    private Dictionary<Urn, List<OldResource>>? _dependents;

    public OldResources(Snapshot snapshot)
    {
        for (var i = 0; i < snapshot.Resources.Count; i++)
        {
            Add(new OldResource(EntryKey.Base(i), i, snapshot.Resources[i]));
        }
    }

    public IReadOnlyList<OldResource> All => _all;

    /// <summary>An object that the base state does not have, found by recovery.</summary>
    public void Adopt(EntryKey key, ResourceState state)
    {
        lock (_gate)
        {
            Add(new OldResource(key, _all.Count, state));
        }
    }

    public OldResource? Find(Urn urn)
    {
        lock (_gate)
        {
            return _live.TryGetValue(urn, out var old) && !old.IsGone ? old : null;
        }
    }

    /// <summary>The first of the names that the base state has and nobody has claimed; it is claimed.</summary>
    public OldResource? Claim(IEnumerable<Urn> names)
    {
        lock (_gate)
        {
            foreach (var urn in names)
            {
                if (
                    _live.TryGetValue(urn, out var old)
                    && !old.IsGone
                    && (!old.IsClaimed || old is { Cascade: not null, IsRetaken: false })
                )
                {
                    old.IsRetaken = old.IsClaimed;
                    old.IsClaimed = true;
                    return old;
                }
            }

            return null;
        }
    }

    /// <summary>Takes it for deletion ahead of its replacement. False when this run has already met it.</summary>
    public bool TryClaimForCascade(OldResource old)
    {
        lock (_gate)
        {
            if (old.IsClaimed || old.IsGone)
            {
                return false;
            }

            old.Cascade = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return old.IsClaimed = true;
        }
    }

    public ResourceState? FindProvider(ProviderReference reference) => _providers.GetValueOrDefault((reference.Urn, reference.Id));

    /// <summary>The resources that refer to this one, directly or over others, in the order of the base state.</summary>
    public IReadOnlyList<OldResource> DependentsOf(Urn urn)
    {
        lock (_gate)
        {
            _dependents ??= BuildDependents();
            var found = new SortedList<int, OldResource>();
            var open = new Queue<Urn>([urn]);
            while (open.TryDequeue(out var next))
            {
                foreach (var dependent in _dependents.GetValueOrDefault(next) ?? [])
                {
                    if (found.TryAdd(dependent.Position, dependent))
                    {
                        open.Enqueue(dependent.State.Urn);
                    }
                }
            }

            return [.. found.Values];
        }
    }

    private void Add(OldResource old)
    {
        _all.Add(old);
        if (!old.State.Delete)
        {
            _live[old.State.Urn] = old;
        }

        if (old.State.IsProvider)
        {
            _providers[(old.State.Urn, old.State.Id)] = old.State;
        }
    }

    private Dictionary<Urn, List<OldResource>> BuildDependents()
    {
        var dependents = new Dictionary<Urn, List<OldResource>>();
        foreach (var old in _live.Values)
        {
            foreach (var urn in ResourceReferences.Of(old.State).Distinct())
            {
                if (urn != old.State.Parent || old.State.Dependencies.Contains(urn))
                {
                    (dependents.TryGetValue(urn, out var list) ? list : dependents[urn] = []).Add(old);
                }
            }
        }

        return dependents;
    }
}
