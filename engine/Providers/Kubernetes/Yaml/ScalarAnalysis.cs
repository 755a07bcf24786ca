namespace Engine.Providers.Kubernetes.Yaml;

/// <summary>What the characters of a text allow.</summary>
internal readonly struct ScalarAnalysis
{
    public ScalarAnalysis(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        bool special = false,
            breakThenSpace = false,
            spaceThenBreak = false,
            afterSpace = false,
            afterBreak = false;
        var afterBlank = true;
        for (var i = 0; i < runes.Length; i++)
        {
            var c = runes[i].Value;
            var beforeBlank = i + 1 == runes.Length || IsBlank(runes[i + 1].Value);
            indicators |= c switch
            {
                ':' => beforeBlank,
                '?' or '-' => i == 0 && beforeBlank,
                '#' => afterBlank,
                ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => i == 0,
                _ => false,
            };
            special |= !IsPrintable(c);
            HasBreaks |= IsBreak(c);
            breakThenSpace |= c == ' ' && afterBreak;
            spaceThenBreak |= IsBreak(c) && afterSpace;
            (afterSpace, afterBreak) = (c == ' ', IsBreak(c));
            afterBlank = IsBlank(c);
        }

        var (first, last) = runes.Length == 0 ? (0, 0) : (runes[0].Value, runes[^1].Value);
        var blankEdges = first == ' ' || last == ' ' || IsBreak(first) || IsBreak(last);
        LiteralAllowed = !special && !spaceThenBreak && last != ' ';
        SingleQuotedAllowed = !special && !spaceThenBreak && !breakThenSpace;
        PlainAllowed = SingleQuotedAllowed && !HasBreaks && !indicators && !blankEdges;
    }

    public bool HasBreaks { get; }

    public bool PlainAllowed { get; }

    public bool SingleQuotedAllowed { get; }

    public bool LiteralAllowed { get; }

    public static bool IsBreak(int c) => c is '\r' or '\n' or 0x85 or 0x2028 or 0x2029;

    public static bool IsPrintable(int c) =>
        c is '\n' or (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD and not 0xFEFF);

    private static bool IsBlank(int c) => c is ' ' or '\t' || IsBreak(c);
}
