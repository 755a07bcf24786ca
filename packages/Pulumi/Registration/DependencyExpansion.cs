namespace Pulumi;

/// <summary>
/// The engine knows dependencies on what has steps of its own. A component of this program has none: it stands for the custom resources and
/// remote components below it, down to the first on each path.
/// </summary>
internal static class DependencyExpansion
{
    /// <summary>The URNs to send. A resource never waits for itself, nor for the components that it is part of.</summary>
    public static async Task<IReadOnlyCollection<string>> UrnsAsync(IEnumerable<Resource> resources, Resource? except)
    {
        var found = new HashSet<Resource>();
        foreach (var resource in resources)
            Expand(resource, except, found);
        if (found.Count == 0)
            return [];
        var urns = new HashSet<string>(found.Count);
        foreach (var resource in found)
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            if (urn.Length > 0)
                urns.Add(urn);
        }
        return urns;
    }

    private static void Expand(Resource resource, Resource? except, HashSet<Resource> found)
    {
        if (resource == except)
            return;
        if (resource.IsCustom || resource.IsRemote)
        {
            found.Add(resource);
            return;
        }
        if (IsAncestor(resource, except))
            return;
        foreach (var child in resource.Children)
            Expand(child, except, found);
    }

    private static bool IsAncestor(Resource candidate, Resource? resource)
    {
        for (var current = resource?.Parent; current is not null; current = current.Parent)
            if (current == candidate)
                return true;
        return false;
    }
}
