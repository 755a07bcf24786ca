namespace Agreement;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest names, best first; none that differ in more than a third of their letters.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What may be written.</param>
    /// <param name="count">How many at the most.</param>
    public static IReadOnlyList<string> Nearest(string given, IEnumerable<string> known, int count = 1) =>
        [
            .. known
                .Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(n => n.Distance <= Math.Max(1, Math.Max(given.Length, n.Name.Length) / 3))
                .OrderBy(n => n.Distance)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(n => n.Name),
        ];

    /// <summary>The nearest name; null when none is near.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What may be written.</param>
    public static string? Meant(string given, IEnumerable<string> known) => Nearest(given, known) is [var meant] ? meant : null;

    /// <summary>" Did you mean 'x'?", or nothing where no name is near.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What may be written.</param>
    public static string Question(string given, IEnumerable<string> known) =>
        Meant(given, known) is { } meant ? $" Did you mean '{meant}'?" : "";

    // Single letters inserted, removed, changed, or swapped with their neighbour.
    private static int Distance(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
