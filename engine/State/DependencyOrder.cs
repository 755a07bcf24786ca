using Engine.Values;

namespace Engine.State;

/// <summary>Puts resources after all that they refer to, in one pass, keeping the given order where it is already right.</summary>
internal static class DependencyOrder
{
    public static IReadOnlyList<ResourceState> Sort(IReadOnlyList<ResourceState> resources)
    {
        var live = new Dictionary<Urn, ResourceState>(resources.Count);
        var outgoing = new Dictionary<(Urn, string?), ResourceState>();
        foreach (var resource in resources)
        {
            outgoing[(resource.Urn, resource.Id)] = resource;
            if (!resource.Delete)
            {
                live[resource.Urn] = resource;
            }
        }

        var sorted = new List<ResourceState>(resources.Count);
        var seen = new HashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(ResourceState Resource, bool Leave)>();
        foreach (var root in resources)
        {
            stack.Push((root, false));
            while (stack.TryPop(out var top))
            {
                if (top.Leave)
                {
                    sorted.Add(top.Resource);
                }
                else if (seen.Add(top.Resource))
                {
                    stack.Push((top.Resource, true));
                    foreach (var needed in Needed(top.Resource))
                    {
                        if (!seen.Contains(needed))
                        {
                            stack.Push((needed, false));
                        }
                    }
                }
            }
        }

        return sorted;

        IEnumerable<ResourceState> Needed(ResourceState resource)
        {
            if (resource.Provider is { } provider && outgoing.TryGetValue((provider.Urn, provider.Id), out var exact))
            {
                yield return exact;
            }

            foreach (var urn in ResourceReferences.Of(resource))
            {
                if (live.TryGetValue(urn, out var target) && !ReferenceEquals(target, resource))
                {
                    yield return target;
                }
            }
        }
    }
}
