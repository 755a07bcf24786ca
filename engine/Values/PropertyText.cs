using System.Globalization;
using System.Text;

namespace Engine.Values;

/// <summary>Short text of a value for messages; secrets are never in it.</summary>
internal static class PropertyText
{
    public static string Of(PropertyValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PropertyValue value)
    {
        switch (value)
        {
            case PropertyNull:
                text.Append("null");
                break;
            case PropertyBool b:
                text.Append(b.Value ? "true" : "false");
                break;
            case PropertyNumber n:
                text.Append(n.Value.ToString("R", CultureInfo.InvariantCulture));
                break;
            case PropertyString s:
                text.Append('"').Append(s.Value).Append('"');
                break;
            case PropertySecret:
                text.Append(PropertySecret.Shown);
                break;
            case PropertyComputed:
                text.Append("[unknown]");
                break;
            case PropertyReference r:
                text.Append(r.Urn.Value);
                break;
            case PropertyOutput { IsSecret: true }:
                text.Append(PropertySecret.Shown);
                break;
            case PropertyOutput o:
                Append(text, o.Value ?? PropertyValue.Computed);
                break;
            case PropertyAsset a:
                text.Append("asset ").Append(a.Path ?? a.Uri ?? "(text)");
                break;
            case PropertyArchive a:
                text.Append("archive ").Append(a.Path ?? a.Uri ?? "(assets)");
                break;
            case PropertyArray array:
                text.Append('[');
                Join(text, array, Append);
                text.Append(']');
                break;
            case PropertyMap map:
                text.Append('{');
                Join(text, map, (t, m) => Append(t.Append(m.Key).Append(": "), m.Value));
                text.Append('}');
                break;
        }
    }

    private static void Join<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(", ");
            }

            append(text, item);
            first = false;
        }
    }
}
