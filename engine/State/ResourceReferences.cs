using Engine.Values;

namespace Engine.State;

/// <summary>The resources that a resource refers to, and so must be created before and deleted after it.</summary>
internal static class ResourceReferences
{
    /// <summary>Parent, provider, dependencies, property dependencies, deletedWith and replaceWith; a URN may come more than
    /// once.</summary>
    public static IEnumerable<Urn> Of(ResourceState resource)
    {
        if (resource.Parent is { } parent)
        {
            yield return parent;
        }

        if (resource.Provider is { } provider)
        {
            yield return provider.Urn;
        }

        if (resource.DeletedWith is { } deletedWith)
        {
            yield return deletedWith;
        }

        foreach (
            var urn in resource
                .Dependencies.Concat(resource.ReplaceWith)
                .Concat(resource.PropertyDependencies.Values.SelectMany(urns => urns))
        )
        {
            yield return urn;
        }
    }

    /// <summary>The resource with every reference of it replaced; its own URN stays.</summary>
    public static ResourceState Renamed(ResourceState resource, Func<Urn, Urn> rename) =>
        resource with
        {
            Parent = resource.Parent is { } parent ? rename(parent) : null,
            Provider = resource.Provider is { } provider ? provider with { Urn = rename(provider.Urn) } : null,
            DeletedWith = resource.DeletedWith is { } deletedWith ? rename(deletedWith) : null,
            Dependencies = Renamed(resource.Dependencies, rename),
            ReplaceWith = Renamed(resource.ReplaceWith, rename),
            PropertyDependencies = resource.PropertyDependencies.ToDictionary(p => p.Key, p => Renamed(p.Value, rename)),
        };

    /// <summary>The resource without its references to what is gone. The provider stays: without it the resource could not be managed any
    /// more.</summary>
    public static ResourceState Without(ResourceState resource, Func<Urn, bool> isGone) =>
        resource with
        {
            Parent = resource.Parent is { } parent && isGone(parent) ? null : resource.Parent,
            DeletedWith = resource.DeletedWith is { } deletedWith && isGone(deletedWith) ? null : resource.DeletedWith,
            Dependencies = [.. resource.Dependencies.Where(urn => !isGone(urn))],
            ReplaceWith = [.. resource.ReplaceWith.Where(urn => !isGone(urn))],
            PropertyDependencies = resource.PropertyDependencies.ToDictionary(
                p => p.Key,
                p => (IReadOnlyList<Urn>)[.. p.Value.Where(urn => !isGone(urn))]
            ),
        };

    private static IReadOnlyList<Urn> Renamed(IReadOnlyList<Urn> urns, Func<Urn, Urn> rename) => [.. urns.Select(rename).Distinct()];
}
