using System.Globalization;
using System.Text.RegularExpressions;

namespace Engine.Providers.Kubernetes.Yaml;

/// <summary>How a text is written in YAML, by the rules of Go's yaml: plain where it reads back as the same text, else quoted.</summary>
internal static partial class ScalarStyles
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "~",
        "null",
        "Null",
        "NULL",
        "y",
        "Y",
        "yes",
        "Yes",
        "YES",
        "true",
        "True",
        "TRUE",
        "on",
        "On",
        "ON",
        "n",
        "N",
        "no",
        "No",
        "NO",
        "false",
        "False",
        "FALSE",
        "off",
        "Off",
        "OFF",
        ".nan",
        ".NaN",
        ".NAN",
        ".inf",
        ".Inf",
        ".INF",
        "+.inf",
        "+.Inf",
        "+.INF",
        "-.inf",
        "-.Inf",
        "-.INF",
    };

    public static ScalarStyle Of(string text, bool isKey)
    {
        var analysis = new ScalarAnalysis(text);
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return analysis.LiteralAllowed && !isKey ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
        }

        if (text.Length == 0 || ReadsAsOther(text) || (isKey && analysis.HasBreaks))
        {
            return ScalarStyle.DoubleQuoted;
        }

        return analysis.PlainAllowed ? ScalarStyle.Plain
            : analysis.SingleQuotedAllowed ? ScalarStyle.SingleQuoted
            : ScalarStyle.DoubleQuoted;
    }

    /// <summary>Whether the text, written plain, would be read as a number, truth value, null or time.</summary>
    private static bool ReadsAsOther(string text) =>
        Keywords.Contains(text)
        || (
            text[0] is '+' or '-' or '.' or (>= '0' and <= '9')
            && (NumberText().IsMatch(text.Replace("_", "", StringComparison.Ordinal)) || Base60().IsMatch(text) || IsTimestamp(text))
        );

    private static bool IsTimestamp(string text) =>
        Timestamp().Match(text) is { Success: true } match
        && DateTime.TryParseExact(match.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(
        @"^([-+]?(0b[01]+|0o?[0-7]+|0x[0-9a-fA-F]+|[0-9]+)|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Base60();

    private const string Clock = @"([01]?[0-9]|2[0-3]):[0-5]?[0-9]:[0-5]?[0-9](\.[0-9]+)?";

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([Tt]" + Clock + @"(Z|[-+][0-9]{2}:[0-9]{2})| " + Clock + @")?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Timestamp();
}
