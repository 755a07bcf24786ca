using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;

namespace Engine.Masking;

/// <summary>Masks the texts of a JSON document one by one, so that it stays JSON whatever the secrets are.</summary>
internal static class JsonMask
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = JsonValues.DocumentOptions.MaxDepth };

    public static string Of(string json, Func<string, string> mask)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, s_options);
        StringBuilder? masked = null;
        var copied = 0;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName or JsonTokenType.String when reader.GetString() is { } text && !IsUrn(text):
                    if (mask(text) is { } now && now != text)
                    {
                        Replace(start, start + reader.ValueSpan.Length + 2, now);
                    }

                    break;
                // Part of a number is not a secret: times and sizes have many digits.
                case JsonTokenType.Number when mask(Encoding.UTF8.GetString(reader.ValueSpan)) == PropertySecret.Shown:
                    Replace(start, start + reader.ValueSpan.Length, PropertySecret.Shown);
                    break;
            }
        }

        return masked is null ? json : masked.Append(Encoding.UTF8.GetString(bytes.AsSpan(copied))).ToString();

        void Replace(int from, int to, string text)
        {
            (masked ??= new StringBuilder())
                .Append(Encoding.UTF8.GetString(bytes.AsSpan(copied, from - copied)))
                .Append('"')
                .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text))
                .Append('"');
            copied = to;
        }
    }

    // Machines know resources by it, and it stands in the state as it is.
    private static bool IsUrn(string text) => text.StartsWith("urn:pulumi:", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);
}
