using System.Text.RegularExpressions;
using Agreement;
using Components.Values;

namespace Components.Data;

/// <summary>The keys of ConfigMaps and Secrets.</summary>
internal static partial class DataKeys
{
    public static void Check(string owner, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => !Pattern().IsMatch(key)))
        {
            ProblemCollection.Refuse(
                $"{owner}: key '{key}' cannot be used. Letters, digits, '-', '_' and '.' are allowed, at most 253.",
                0
            );
        }
    }

    public static string Known(string owner, string key, IEnumerable<string> keys)
    {
        var all = keys.ToList();
        return all.Contains(key)
            ? key
            : ProblemCollection.Refuse($"{owner} has no key '{key}'. It has: {string.Join(", ", all)}.{Spelling.Question(key, all)}", key);
    }

    [GeneratedRegex("^[-._a-zA-Z0-9]{1,253}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
