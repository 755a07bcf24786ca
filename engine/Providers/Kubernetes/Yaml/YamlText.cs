using System.Globalization;
using System.Text;
using Engine.Providers.Kubernetes.Readiness;

namespace Engine.Providers.Kubernetes.Yaml;

/// <summary>The text of a YAML document as it grows: lines, and scalars folded where they grow long.</summary>
internal sealed class YamlText
{
    /// <value>A space beyond this column becomes a line break.</value>
    private const int Width = 80;
    private const int IndentStep = 2;

    private readonly StringBuilder _text = new();
    private int _column;

    public override string ToString() => _text.ToString();

    public void Append(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }

    /// <summary>Starts a line, unless one has just been started.</summary>
    public void Line(int indent)
    {
        if (_column > 0)
        {
            _text.Append('\n');
        }

        _text.Append(' ', indent);
        _column = indent;
    }

    /// <param name="indent">Of the map or list that the scalar is in.</param>
    /// <param name="onOneLine">True for keys.</param>
    public void Scalar(string text, ScalarStyle style, int indent, bool onOneLine)
    {
        switch (style)
        {
            case ScalarStyle.Literal:
                Literal(text, indent + IndentStep);
                break;
            case ScalarStyle.Plain:
                Folded(text, indent + IndentStep, onOneLine, edges: true, escape: null);
                break;
            case ScalarStyle.SingleQuoted:
                Put("'");
                Folded(text, indent + IndentStep, onOneLine, edges: false, escape: null, quote: '\'');
                Put("'");
                break;
            default:
                Put("\"");
                Folded(text, indent + IndentStep, onOneLine, edges: false, escape: Escape);
                Put("\"");
                break;
        }
    }

    private void Literal(string text, int indent)
    {
        var hint = text[0] == ' ' || ScalarAnalysis.IsBreak(text[0]) ? IndentStep.ToString(CultureInfo.InvariantCulture) : "";
        var chomping =
            !ScalarAnalysis.IsBreak(text[^1]) ? "-"
            : text.Length == 1 || ScalarAnalysis.IsBreak(text[^2]) ? "+"
            : "";
        Put("|" + hint + chomping);
        _text.Append('\n');
        _column = 0;
        var lineStart = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (ScalarAnalysis.IsBreak(rune.Value))
            {
                _text.Append(rune.ToString());
                _column = 0;
                lineStart = true;
                continue;
            }

            if (lineStart)
            {
                _text.Append(' ', indent);
                _column = indent;
            }

            Put(rune.ToString());
            lineStart = false;
        }
    }

    private void Folded(string text, int indent, bool onOneLine, bool edges, Func<int, string?>? escape, char? quote = null)
    {
        var runes = text.EnumerateRunes().ToArray();
        var afterSpace = false;
        for (var i = 0; i < runes.Length; i++)
        {
            var c = runes[i].Value;
            if (c == ' ')
            {
                var beforeSpace = i + 1 < runes.Length && runes[i + 1].Value == ' ';
                var inside = edges || (i > 0 && i < runes.Length - 1);
                if (!onOneLine && !afterSpace && _column > Width && inside && (escape is not null || !beforeSpace))
                {
                    Line(indent);
                    Put(beforeSpace ? "\\" : "");
                }
                else
                {
                    Put(" ");
                }

                afterSpace = true;
                continue;
            }

            Put(escape?.Invoke(c) ?? (c == quote ? "''" : runes[i].ToString()));
            afterSpace = false;
        }
    }

    private static string? Escape(int c) =>
        c switch
        {
            0 => "\\0",
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            0x1B => "\\e",
            '"' => "\\\"",
            '\\' => "\\\\",
            0x85 => "\\N",
            0x2028 => "\\L",
            0x2029 => "\\P",
            _ when ScalarAnalysis.IsPrintable(c) => null,
            <= 0xFF => $"\\x{c:X2}",
            <= 0xFFFF => $"\\u{c:X4}",
            _ => $"\\U{c:X8}",
        };

    // One call is one column: an escape counts as what it stands for only in its own length.
    private void Put(string text)
    {
        _text.Append(text);
        _column += text.EnumerateRunes().Count();
    }
}
