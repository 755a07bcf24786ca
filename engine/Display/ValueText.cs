using System.Globalization;
using Engine.Values;

namespace Engine.Display;

/// <summary>Values for people: short in a line, whole in a block.</summary>
internal static class ValueText
{
    private const int LineLength = 80;

    /// <summary>In one line; what is longer is cut.</summary>
    public static string Short(PropertyValue? value)
    {
        var text = value switch
        {
            null or PropertyNull => "(none)",
            PropertyString s => OneLine(s.Value),
            PropertyComputed => "(known after up)",
            _ => OneLine(PropertyText.Of(value)),
        };
        return text.Length <= LineLength ? text : text[..(LineLength - 1)] + "…";
    }

    /// <summary>Every leaf in a line of its own, <c>path: value</c>.</summary>
    public static IEnumerable<string> Lines(PropertyValue value, int indent = 0)
    {
        var margin = new string(' ', indent);
        switch (value)
        {
            case PropertyMap map:
                foreach (var (key, member) in map)
                {
                    foreach (var line in Member(key + ":", member, indent))
                    {
                        yield return line;
                    }
                }

                break;
            case PropertyArray array:
                foreach (var item in array)
                {
                    foreach (var line in Member("-", item, indent))
                    {
                        yield return line;
                    }
                }

                break;
            case PropertyString { Value: var text } when text.Contains('\n', StringComparison.Ordinal):
                foreach (var line in text.TrimEnd('\n').Split('\n'))
                {
                    yield return margin + line;
                }

                break;
            default:
                yield return margin + Leaf(value);
                break;
        }
    }

    private static IEnumerable<string> Member(string label, PropertyValue value, int indent)
    {
        var isBlock =
            value is PropertyMap { Count: > 0 } or PropertyArray { Count: > 0 }
            || (value is PropertyString s && s.Value.Contains('\n', StringComparison.Ordinal));
        var margin = new string(' ', indent);
        return isBlock ? Lines(value, indent + 2).Prepend(margin + label) : [$"{margin}{label} {Leaf(value)}"];
    }

    private static string Leaf(PropertyValue value) =>
        value switch
        {
            PropertyString s => s.Value.Length == 0 ? "\"\"" : s.Value,
            PropertyNumber n => n.Value.ToString("R", CultureInfo.InvariantCulture),
            PropertyMap { Count: 0 } => "{}",
            PropertyArray { Count: 0 } => "[]",
            PropertyComputed => "(known after up)",
            _ => PropertyText.Of(value),
        };

    private static string OneLine(string text) => text.Length == 0 ? "\"\"" : text.ReplaceLineEndings("\\n");
}
