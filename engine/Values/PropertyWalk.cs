namespace Engine.Values;

/// <summary>
/// The one walk over a value and all that is in it: through secrets, outputs, lists, objects, the ids of references and the assets of
/// archives. A secret that could not be read has nothing in it.
/// </summary>
internal static class PropertyWalk
{
    /// <summary>The value, and all that is in it, each before its parts and in their order. However deep the value is, no stack
    /// grows.</summary>
    public static IEnumerable<PropertyVisit> All(this PropertyValue value)
    {
        var open = new Stack<PropertyVisit>();
        open.Push(new PropertyVisit(value, null, value.IsSecret()));
        while (open.TryPop(out var visit))
        {
            yield return visit;
            switch (visit.Value)
            {
                case PropertySecret { IsUnreadable: false } secret:
                    Push(secret.Value, visit.Place);
                    break;
                case PropertyOutput { Value: { } known }:
                    Push(known, visit.Place);
                    break;
                case PropertyReference { Id: { } id }:
                    Push(id, visit.Place);
                    break;
                case PropertyArchive { Assets: { } assets }:
                    Push(assets, visit.Place);
                    break;
                case PropertyMap map:
                    for (var i = map.Count - 1; i >= 0; i--)
                    {
                        var (key, member) = map.At(i);
                        Push(member, new PropertyPlace(visit.Place, key));
                    }

                    break;
                case PropertyArray array:
                    for (var i = array.Count - 1; i >= 0; i--)
                    {
                        Push(array[i], new PropertyPlace(visit.Place, null, i));
                    }

                    break;
            }

            void Push(PropertyValue part, PropertyPlace? place) =>
                open.Push(new PropertyVisit(part, place, visit.IsSecret || part.IsSecret()));
        }
    }

    /// <summary>Whether the value, or anything in it, is such a value.</summary>
    public static bool Contains(this PropertyValue value, Func<PropertyValue, bool> isSuch)
    {
        if (isSuch(value))
        {
            return true;
        }

        switch (value)
        {
            case PropertySecret { IsUnreadable: false } secret:
                return secret.Value.Contains(isSuch);
            case PropertyOutput { Value: { } known }:
                return known.Contains(isSuch);
            case PropertyReference { Id: { } id }:
                return id.Contains(isSuch);
            case PropertyArchive { Assets: { } assets }:
                return assets.Contains(isSuch);
            case PropertyMap map:
                for (var i = 0; i < map.Count; i++)
                {
                    if (map.At(i).Value.Contains(isSuch))
                    {
                        return true;
                    }
                }

                return false;
            case PropertyArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    if (array[i].Contains(isSuch))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>
    /// The value with each value in it changed: the value itself first, then the parts of what it has become. What does not change is not
    /// copied.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="change">What a value becomes; itself when it stays.</param>
    public static PropertyValue Rewrite(this PropertyValue value, Func<PropertyVisit, PropertyValue> change) =>
        Rewrite(new PropertyVisit(value, null, value.IsSecret()), change);

    /// <summary>The same for a value that has a place in another.</summary>
    public static PropertyValue Rewrite(PropertyVisit visit, Func<PropertyVisit, PropertyValue> change)
    {
        var value = change(visit);
        var isSecret = visit.IsSecret || value.IsSecret();
        switch (value)
        {
            case PropertySecret { IsUnreadable: false } secret:
                var opened = Part(secret.Value, visit.Place);
                return ReferenceEquals(opened, secret.Value) ? secret : new PropertySecret(opened);
            case PropertyOutput { Value: { } known } output:
                return output with { Value = Part(known, visit.Place) };
            case PropertyArchive { Assets: { } assets } archive:
                return archive with { Assets = Part(assets, visit.Place) as PropertyMap };
            case PropertyMap map:
                PropertyValue[]? members = null;
                for (var i = 0; i < map.Count; i++)
                {
                    var (key, member) = map.At(i);
                    var now = Part(member, new PropertyPlace(visit.Place, key));
                    if (!ReferenceEquals(now, member))
                    {
                        members ??= [.. map.Values];
                        members[i] = now;
                    }
                }

                return members is null ? map : map.WithValues(members);
            case PropertyArray array:
                PropertyValue[]? items = null;
                for (var i = 0; i < array.Count; i++)
                {
                    var now = Part(array[i], new PropertyPlace(visit.Place, null, i));
                    if (!ReferenceEquals(now, array[i]))
                    {
                        items ??= [.. array];
                        items[i] = now;
                    }
                }

                return items is null ? array : new PropertyArray(items);
            default:
                return value;
        }

        PropertyValue Part(PropertyValue part, PropertyPlace? place) =>
            Rewrite(new PropertyVisit(part, place, isSecret || part.IsSecret()), change);
    }
}
