using System.Globalization;
using System.Text.RegularExpressions;
using Engine.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// Writes a manifest as YAML, byte for byte as the published provider does (Go's yaml of JSON): keys in natural order, text plain
/// where it can be, quoted where it would read as something else, literal where it has several lines.
/// </summary>
internal static partial class ManifestYaml
{
    private const int Width = 80;

    private static readonly EmitterSettings Settings = new EmitterSettings()
        .WithBestIndent(2).WithBestWidth(Width).WithNewLine("\n").WithMaxSimpleKeyLength(128);

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
        "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
        ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
    };

    /// <summary>The text of one document. Secrets are in clear in it.</summary>
    public static string Write(PropertyMap manifest)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, manifest);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, PropertyValue value)
    {
        switch (value.Plain())
        {
            case PropertyMap map:
                emitter.Emit(new MappingStart(null, null, true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, member) in map.OrderBy(m => m.Key, NaturalOrder.Instance))
                {
                    emitter.Emit(Text(key));
                    Write(emitter, member);
                }

                emitter.Emit(new MappingEnd());
                break;
            case PropertyArray list:
                emitter.Emit(new SequenceStart(null, null, true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case PropertyString text:
                emitter.Emit(Text(text.Value));
                break;
            case PropertyNumber number:
                emitter.Emit(Plain(Number(number.Value)));
                break;
            case PropertyBool flag:
                emitter.Emit(Plain(flag.Value ? "true" : "false"));
                break;
            default:
                emitter.Emit(Plain("null"));
                break;
        }
    }

    private static Scalar Plain(string text) => new(null, null, text, ScalarStyle.Plain, true, false);

    private static Scalar Text(string text) => new(null, null, text, StyleOf(text), true, true);

    private static ScalarStyle StyleOf(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return ScalarStyle.Literal;
        }

        return ReadsAsOther(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain;
    }

    private static bool ReadsAsOther(string text) =>
        Keywords.Contains(text)
        || (text[0] is '+' or '-' or '.' or (>= '0' and <= '9')
            && (NumberText().IsMatch(text.Replace("_", "", StringComparison.Ordinal)) || Base60().IsMatch(text) || Timestamp().IsMatch(text)));

    private static string Number(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e15
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([-+]?(0b[01]+|0o?[0-7]+|0x[0-9a-fA-F]+|[0-9]+)|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Base60();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ ]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ ]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Timestamp();
}
