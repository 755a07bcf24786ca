using Engine.Values;

namespace Engine.Planning.Changes;

/// <summary>The option <c>ignoreChanges</c>: at the given places the new inputs take the old inputs' values.</summary>
internal static class IgnoredChanges
{
    /// <exception cref="FormatException">A text is no path.</exception>
    public static PropertyMap Apply(PropertyMap news, PropertyMap olds, IEnumerable<string> paths) =>
        paths.Aggregate(news, (current, path) =>
            (PropertyMap)(Reset(current, olds, [.. PropertyPath.Parse(path).Segments]) ?? PropertyMap.Empty)
        );

    private static PropertyValue? Reset(PropertyValue? now, PropertyValue? old, ReadOnlySpan<PathSegment> path)
    {
        if (path.Length == 0)
        {
            return old;
        }

        if (now is PropertySecret secret)
        {
            return Reset(secret.Value, old is PropertySecret both ? both.Value : old, path) is { } value ? new PropertySecret(value) : null;
        }

        if (old is PropertySecret oldSecret)
        {
            old = oldSecret.Value;
        }

        var segment = path[0];
        switch (now, old)
        {
            case (PropertyMap map, _):
                var oldMap = old as PropertyMap ?? PropertyMap.Empty;
                foreach (var key in segment.IsWildcard ? map.Keys.Union(oldMap.Keys).ToList() : [segment.Key ?? ""])
                {
                    var reset = Reset(map.Get(key), oldMap.Get(key), path[1..]);
                    map = reset is null ? map.Without(key) : map.With(key, reset);
                }

                return map;
            case (PropertyArray array, PropertyArray oldArray):
                var items = array.ToArray();
                for (var i = 0; i < Math.Min(items.Length, oldArray.Count); i++)
                {
                    if (segment.IsWildcard || segment.Index == i)
                    {
                        items[i] = Reset(items[i], oldArray[i], path[1..]) ?? PropertyValue.Null;
                    }
                }

                return new PropertyArray(items);
            case (null, PropertyMap or PropertyArray) when Get(old!, path) is not null:
                // The program gave nothing here but the old inputs have the place: it is built anew.
                return segment.Key is { } missing
                    ? PropertyMap.Of((missing, Reset(null, ((PropertyMap)old!).Get(missing), path[1..])!))
                    : old;
            default:
                return now;
        }
    }

    private static PropertyValue? Get(PropertyValue root, ReadOnlySpan<PathSegment> path) => new PropertyPath(path.ToArray()).Get(root);
}
