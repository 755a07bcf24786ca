namespace Engine.Server;

/// <summary>A range of versions as <c>RequirePulumiVersion</c> takes it: comparisons (<c>&gt;=3.1.0</c>), joined by blanks or commas (and)
/// and <c>||</c> (or).</summary>
internal sealed class VersionRange
{
    private static readonly string[] Operators = [">=", "<=", "!=", ">", "<", "=", "^", "~"];
    private readonly List<List<(string Operator, Version Version)>> _alternatives;

    private VersionRange(List<List<(string, Version)>> alternatives) => _alternatives = alternatives;

    /// <exception cref="FormatException">The text is no range.</exception>
    public static VersionRange Parse(string text) =>
        new([
            .. text.Split("||")
                .Select(part => part.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Comparison).ToList()),
        ]);

    public bool Contains(Version version) => _alternatives.Any(all => all.TrueForAll(c => Holds(c.Operator, version, c.Version)));

    private static (string, Version) Comparison(string text)
    {
        var comparison = Operators.FirstOrDefault(o => text.StartsWith(o, StringComparison.Ordinal)) ?? "";
        var number = text[comparison.Length..].TrimStart('v').Split('-', '+')[0];
        var parts = number.Split('.');
        return Version.TryParse(string.Join('.', parts.Concat(["0", "0"]).Take(Math.Max(3, parts.Length))), out var version)
            ? (comparison, version)
            : throw new FormatException($"'{text}' is no version comparison; write it as >=3.1.0");
    }

    private static bool Holds(string comparison, Version left, Version right) =>
        comparison switch
        {
            ">=" => left >= right,
            "<=" => left <= right,
            ">" => left > right,
            "<" => left < right,
            "!=" => left != right,
            "^" => left >= right && left.Major == right.Major,
            "~" => left >= right && left.Major == right.Major && left.Minor == right.Minor,
            _ => left == right,
        };
}
