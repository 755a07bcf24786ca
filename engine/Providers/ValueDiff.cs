using System.Globalization;
using Engine.Contract;
using Engine.Values;

namespace Engine.Providers;

/// <summary>
/// Compares a value as it is with what it shall be, member by member, lists element by element. Only a whole added or removed
/// member is reported, not what is inside of it.
/// </summary>
internal sealed class ValueDiff
{
    private readonly List<Change> _changes = [];

    private ValueDiff() { }

    /// <param name="Steps">The path's keys and indexes.</param>
    internal sealed record Change(string Path, IReadOnlyList<string> Steps, PropertyDiffKind Kind, PropertyValue? New);

    public static IReadOnlyList<Change> Between(PropertyMap old, PropertyMap news)
    {
        var diff = new ValueDiff();
        diff.Maps("", [], old, news);
        return diff._changes;
    }

    private void Maps(string at, string[] steps, PropertyMap old, PropertyMap news)
    {
        foreach (var key in old.Keys.Union(news.Keys).Order(StringComparer.Ordinal))
        {
            Values(PropertyPaths.Join(at, key), [.. steps, key], old.Get(key), news.Get(key));
        }
    }

    private void Values(string at, string[] steps, PropertyValue? old, PropertyValue? news)
    {
        // A secret whose key is not at hand (previews) is taken as unchanged.
        if (old is PropertySecret { IsUnreadable: true } && news is not null)
        {
            return;
        }

        switch (Present(old), Present(news))
        {
            case (null, null):
                break;
            case (null, var added):
                _changes.Add(new Change(at, steps, PropertyDiffKind.Add, added));
                break;
            case (_, null):
                _changes.Add(new Change(at, steps, PropertyDiffKind.Delete, null));
                break;
            case (PropertyMap a, PropertyMap b):
                Maps(at, steps, a, b);
                break;
            case (PropertyArray a, PropertyArray b):
                for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
                {
                    Values(
                        $"{at}[{i}]",
                        [.. steps, i.ToString(CultureInfo.InvariantCulture)],
                        i < a.Count ? a[i] : null,
                        i < b.Count ? b[i] : null
                    );
                }

                break;
            case (var a, var b):
                if (b is PropertyComputed || a != b)
                {
                    _changes.Add(new Change(at, steps, PropertyDiffKind.Update, b));
                }

                break;
        }
    }

    private static PropertyValue? Present(PropertyValue? value) => value?.Plain() is { } plain and not PropertyNull ? plain : null;
}
