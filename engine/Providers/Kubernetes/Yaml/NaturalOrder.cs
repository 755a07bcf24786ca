namespace Engine.Providers.Kubernetes.Yaml;

/// <summary>The order of keys in Go's yaml: numbers in names count as numbers (<c>a2</c> before <c>a10</c>), letters come after all
/// else.</summary>
internal static class NaturalOrder
{
    /// <summary>By insertion: the order has cycles (<c>8</c>, <c>11</c>, <c>1a</c>), which the framework's sort may refuse.</summary>
    public static IReadOnlyList<string> Sort(IEnumerable<string> keys)
    {
        var sorted = keys.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            for (var j = i; j > 0 && Compare(sorted[j], sorted[j - 1]) < 0; j--)
            {
                (sorted[j], sorted[j - 1]) = (sorted[j - 1], sorted[j]);
            }
        }

        return sorted;
    }

    public static int Compare(string a, string b)
    {
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
        {
            i++;
        }

        if (i == a.Length || i == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        var (aIsLetter, bIsLetter) = (char.IsLetter(a[i]), char.IsLetter(b[i]));
        if (aIsLetter || bIsLetter)
        {
            return aIsLetter == bIsLetter ? a[i].CompareTo(b[i]) : aIsLetter.CompareTo(bIsLetter);
        }

        // A zero inside a number is a digit like any other; one that leads it is not.
        var insideNumber = (a[i] == '0' || b[i] == '0') && StartsInsideNumber(a, i) ? 1L : 0L;
        var (aNumber, aEnd) = NumberAt(a, i, insideNumber);
        var (bNumber, bEnd) = NumberAt(b, i, insideNumber);
        return aNumber != bNumber ? aNumber.CompareTo(bNumber)
            : aEnd != bEnd ? aEnd.CompareTo(bEnd)
            : a[i].CompareTo(b[i]);
    }

    private static bool StartsInsideNumber(string text, int at)
    {
        for (var i = at - 1; i >= 0 && char.IsDigit(text[i]); i--)
        {
            if (text[i] != '0')
            {
                return true;
            }
        }

        return false;
    }

    private static (long Number, int End) NumberAt(string text, int at, long number)
    {
        while (at < text.Length && char.IsDigit(text[at]))
        {
            number = unchecked((number * 10) + (text[at] - '0'));
            at++;
        }

        return (number, at);
    }
}
