namespace Engine.Values;

/// <summary>Where two objects differ, at their leaves.</summary>
internal static class StructuralDiff
{
    /// <summary>The paths that differ, with old (null: added) and new (null: removed) values. Secrets differ when what they hold
    /// does.</summary>
    public static IReadOnlyList<(PropertyPath Path, PropertyValue? Old, PropertyValue? New)> Of(PropertyMap olds, PropertyMap news)
    {
        var found = new List<(PropertyPath, PropertyValue?, PropertyValue?)>();
        Compare(found, PropertyPath.Root, olds, news, isSecret: false);
        return found;
    }

    private static void Compare(
        List<(PropertyPath, PropertyValue?, PropertyValue?)> found,
        PropertyPath path,
        PropertyValue? old,
        PropertyValue? now,
        bool isSecret
    )
    {
        if (Equals(old, now))
        {
            return;
        }

        switch (old, now)
        {
            case (PropertySecret { IsUnreadable: true }, _) or (_, PropertySecret { IsUnreadable: true }):
                break;
            case (PropertySecret secret, _) when now is not null:
                Compare(found, path, secret.Value, now is PropertySecret both ? both.Value : now, isSecret: true);
                break;
            case (not null, PropertySecret secret):
                Compare(found, path, old, secret.Value, isSecret: true);
                break;
            case (PropertyMap olds, PropertyMap news):
                foreach (var key in olds.Keys.Union(news.Keys).Order(StringComparer.Ordinal))
                {
                    Compare(found, path.Append(key), olds.Get(key), news.Get(key), isSecret);
                }

                break;
            case (PropertyArray olds, PropertyArray news):
                for (var i = 0; i < Math.Max(olds.Count, news.Count); i++)
                {
                    Compare(found, path.Append(i), i < olds.Count ? olds[i] : null, i < news.Count ? news[i] : null, isSecret);
                }

                break;
            default:
                found.Add((path, Mark(old), Mark(now)));
                break;
        }

        PropertyValue? Mark(PropertyValue? value) => isSecret && value is not (null or PropertySecret) ? new PropertySecret(value) : value;
    }
}
