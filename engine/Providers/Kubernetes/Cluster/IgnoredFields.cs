using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Fields that the program leaves to others (<c>ignoreChanges</c>): an apply repeats what the object has there, so that it neither
/// resets nor drops them.</summary>
internal static class IgnoredFields
{
    public static PropertyMap Kept(PropertyMap manifest, PropertyMap live, IReadOnlyList<string> ignored) =>
        ignored.Select(PropertyPath.Parse).Aggregate(manifest, (changed, path) => (PropertyMap)Kept(changed, live, path.Segments));

    private static PropertyValue Kept(PropertyValue wanted, PropertyValue? live, IReadOnlyList<PathSegment> path)
    {
        if (wanted is PropertySecret secret)
        {
            return new PropertySecret(Kept(secret.Value, live, path));
        }

        var (step, rest) = (path[0], path.Skip(1).ToList());
        return (wanted, live?.Plain()) switch
        {
            (PropertyMap map, PropertyMap there) when step.Key is { } key => Member(map, there, key, rest),
            (PropertyMap map, PropertyMap there) when step.Index is null => map.Keys.Aggregate(map, (changed, key) =>
                Member(changed, there, key, rest)
            ),
            (PropertyArray list, PropertyArray there) => new PropertyArray(
                list.Select(
                    (item, i) =>
                        (step.Index is { } index && index != i) || i >= there.Count ? item
                        : rest.Count == 0 ? there[i]
                        : Kept(item, there[i], rest)
                )
            ),
            _ => wanted,
        };
    }

    private static PropertyMap Member(PropertyMap wanted, PropertyMap live, string key, List<PathSegment> rest)
    {
        if (rest.Count > 0)
        {
            return wanted.Get(key) is { } inner ? wanted.With(key, Kept(inner, live.Get(key), rest)) : wanted;
        }

        return live.Get(key) is { } value ? wanted.With(key, value) : wanted.Without(key);
    }
}
