using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engine.Masking;

/// <summary>The forms in which a secret may stand in a text: as it is, escaped, encoded, or in parts.</summary>
internal static class SecretForms
{
    /// <summary>A part of a secret that is known by its place alone must be as long as this, so that it is not met by chance.</summary>
    private const int ShortestPart = 8;

    /// <summary>A line that says what a setting is (<c>kind: Config</c>) is no secret by itself unless it is long.</summary>
    private const int ShortestSettingLine = 16;

    private static readonly JavaScriptEncoder s_relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>All of them; some may be the same.</summary>
    public static IEnumerable<string> Of(string secret) =>
        Escaped(secret).Concat(Encoded(secret)).Concat(Lines(secret)).Concat(Parts(secret)).Concat(Numbers(secret));

    private static IEnumerable<string> Escaped(string text)
    {
        yield return text;
        string[] escaped = [s_relaxed.Encode(text), JavaScriptEncoder.Default.Encode(text), OfGo(text), OfAscii(text)];
        foreach (var form in escaped.Distinct())
        {
            yield return form;
            // A text with JSON in it that is in JSON itself: a log line, an annotation.
            yield return s_relaxed.Encode(form);
        }

        yield return text.Replace("'", "''", StringComparison.Ordinal);
        yield return text.Replace("'", "'\\''", StringComparison.Ordinal);
        yield return WebUtility.HtmlEncode(text);
        foreach (var url in (string[])[Uri.EscapeDataString(text), WebUtility.UrlEncode(text)])
        {
            yield return url;
            yield return LowerHex(url);
        }
    }

    private static IEnumerable<string> Encoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var form in Base64(bytes).Append(Convert.ToBase64String(bytes)))
        {
            yield return form;
            yield return form.TrimEnd('=');
            yield return form.Replace('+', '-').Replace('/', '_');
            yield return form.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
    }

    /// <summary>What stays the same wherever in a longer text the secret was when that was encoded, as in <c>user:password</c>.</summary>
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var first = (before * 8 + 5) / 6;
            var last = (before + bytes.Length) * 8 / 6;
            if (last - first >= ShortestPart)
            {
                yield return whole[first..last];
            }
        }
    }

    /// <summary>Programs print a text of several lines a line at a time.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r'))
        {
            yield break;
        }

        yield return text.Trim();
        yield return text.ReplaceLineEndings("\n");
        yield return text.ReplaceLineEndings("\r\n");
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length >= ShortestSettingLine || !IsSetting(line))
            {
                yield return line;
                yield return s_relaxed.Encode(line);
            }
        }
    }

    private static bool IsSetting(string line) => line.Contains(": ", StringComparison.Ordinal) || line[^1] is ':' or '{' or '}' or ',';

    /// <summary>What a secret of JSON holds: a program reads it, and may print a part.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            yield break;
        }

        using var json = Parsed(text);
        var open = new Stack<JsonElement>();
        if (json is not null)
        {
            open.Push(json.RootElement);
        }

        while (open.TryPop(out var element))
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        open.Push(member.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        open.Push(item);
                    }

                    break;
                case JsonValueKind.String when element.GetString() is { Length: >= ShortestPart } part:
                    foreach (var form in Escaped(part).Concat(Encoded(part)).Concat(Lines(part)))
                    {
                        yield return form;
                    }

                    break;
            }
        }
    }

    private static JsonDocument? Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A number is a double on its way through an engine, and is printed as one.</summary>
    private static IEnumerable<string> Numbers(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            yield break;
        }

        yield return number.ToString("R", CultureInfo.InvariantCulture);
        var digits = Math.Abs(number).ToString("E16", CultureInfo.InvariantCulture);
        var shortest = Enumerable
            .Range(0, 17)
            .Select(precision => number.ToString($"E{precision}", CultureInfo.InvariantCulture))
            .FirstOrDefault(form => double.Parse(form, CultureInfo.InvariantCulture).Equals(number), digits);
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        var power = int.Parse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        yield return string.Create(CultureInfo.InvariantCulture, $"{shortest[..at]}e{(power < 0 ? "-" : "+")}{Math.Abs(power):00}");
    }

    // Go escapes these in JSON, in lower case.
    private static string OfGo(string text) =>
        s_relaxed
            .Encode(text)
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);

    private static string OfAscii(string text)
    {
        var ascii = new StringBuilder();
        foreach (var c in s_relaxed.Encode(text))
        {
            _ = char.IsAscii(c) ? ascii.Append(c) : ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return ascii.ToString();
    }

    private static string LowerHex(string url)
    {
        var lower = url.ToCharArray();
        for (var i = 0; i + 2 < lower.Length; i++)
        {
            if (lower[i] == '%')
            {
                lower[i + 1] = char.ToLowerInvariant(lower[i + 1]);
                lower[i + 2] = char.ToLowerInvariant(lower[i + 2]);
            }
        }

        return new string(lower);
    }
}
