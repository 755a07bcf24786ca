using System.Globalization;
using System.Text;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Yaml;

/// <summary>
/// Writes a manifest as YAML, byte for byte as the published provider does (Go's yaml of JSON), so that a folder that one engine wrote is
/// the other's too:
/// YamlDotNet's emitter differs in tabs, quotes and chomping. Keys are in natural order, secrets in clear.
/// </summary>
internal static class ManifestYaml
{
    private const int IndentStep = 2;

    /// <value>A longer key is written in the explicit form, <c>? key</c>.</value>
    private const int LongestSimpleKey = 128;

    /// <summary>The text of one document.</summary>
    public static string Write(PropertyMap manifest)
    {
        if (manifest.Count == 0)
        {
            return "{}\n";
        }

        var text = new YamlText();
        Map(text, manifest, 0, inline: true);
        text.Line(0);
        return text.ToString();
    }

    private static void Map(YamlText text, PropertyMap map, int indent, bool inline)
    {
        foreach (var key in NaturalOrder.Sort(map.Keys))
        {
            var value = map[key].Plain();
            if (!inline)
            {
                text.Line(indent);
            }

            inline = false;
            if (IsSimpleKey(key))
            {
                text.Scalar(key, ScalarStyles.Of(key, isKey: true), indent, onOneLine: true);
                text.Append(":");
                MemberValue(text, value, indent);
            }
            else
            {
                text.Append("? ");
                text.Scalar(key, ScalarStyles.Of(key, isKey: false), indent, onOneLine: false);
                text.Line(indent);
                text.Append(":");
                Item(text, value, indent);
            }
        }
    }

    // A list in a map stands in the same column as its key.
    private static void MemberValue(YamlText text, PropertyValue value, int indent)
    {
        switch (value)
        {
            case PropertyMap { Count: > 0 } map:
                Map(text, map, indent + IndentStep, inline: false);
                break;
            case PropertyArray { Count: > 0 } list:
                List(text, list, indent, inline: false);
                break;
            default:
                Scalar(text, value, indent);
                break;
        }
    }

    private static void List(YamlText text, PropertyArray list, int indent, bool inline)
    {
        foreach (var item in list)
        {
            if (!inline)
            {
                text.Line(indent);
            }

            inline = false;
            text.Append("-");
            Item(text, item.Plain(), indent);
        }
    }

    private static void Item(YamlText text, PropertyValue value, int indent)
    {
        switch (value)
        {
            case PropertyMap { Count: > 0 } map:
                text.Append(" ");
                Map(text, map, indent + IndentStep, inline: true);
                break;
            case PropertyArray { Count: > 0 } list:
                text.Append(" ");
                List(text, list, indent + IndentStep, inline: true);
                break;
            default:
                Scalar(text, value, indent);
                break;
        }
    }

    private static void Scalar(YamlText text, PropertyValue value, int indent)
    {
        text.Append(" ");
        if (value is PropertyString s)
        {
            text.Scalar(s.Value, ScalarStyles.Of(s.Value, isKey: false), indent, onOneLine: false);
            return;
        }

        text.Append(
            value switch
            {
                PropertyMap => "{}",
                PropertyArray => "[]",
                PropertyBool flag => flag.Value ? "true" : "false",
                PropertyNumber number => Number(number.Value),
                _ => "null",
            }
        );
    }

    private static bool IsSimpleKey(string key) =>
        Encoding.UTF8.GetByteCount(key) <= LongestSimpleKey && !key.Any(c => ScalarAnalysis.IsBreak(c));

    private static string Number(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e21
            ? value.ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
}
