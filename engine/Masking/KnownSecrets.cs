using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Engine.Values;

namespace Engine.Masking;

/// <summary>
/// The gate that all text passes on its way to people and machines. It learns each secret as soon as the run meets it (when it is
/// decrypted, when a program marks it, when a provider makes it), and puts <see cref="PropertySecret.Shown"/> in its place, escaped and
/// encoded forms too. Safe for concurrent use.
/// </summary>
internal sealed class KnownSecrets
{
    private static readonly HashSet<string> s_words = ["true", "false", "null"];

    private readonly TextIndex _index = new();
    private readonly ConcurrentDictionary<string, bool> _learned = new(StringComparer.Ordinal);

    /// <summary>Whether a secret is so short, or so common a word, that texts would be unreadable if it were masked in them.</summary>
    public static bool IsTooShort(string secret) => secret.Length < TextIndex.Shortest || s_words.Contains(secret);

    /// <summary>From now on the secret is masked, unless it is too short.</summary>
    public void Learn(string secret)
    {
        if (IsTooShort(secret) || !_learned.TryAdd(secret, true))
        {
            return;
        }

        foreach (var form in SecretForms.Of(secret).Where(form => form.Length >= TextIndex.Shortest))
        {
            _index.Add(form);
        }

        if (Decoded(secret) is { } decoded)
        {
            Learn(decoded);
        }
    }

    /// <summary>Learns what is marked as secret in a value.</summary>
    public void Learn(PropertyValue value)
    {
        if (!value.ContainsSecret())
        {
            return;
        }

        foreach (var visit in value.All().Where(visit => visit.IsSecret))
        {
            switch (visit.Value)
            {
                case PropertyString text:
                    Learn(text.Value);
                    break;
                case PropertyNumber number:
                    Learn(number.Value.ToString("R", CultureInfo.InvariantCulture));
                    break;
                case PropertyAsset { Text: { } content }:
                    Learn(content);
                    break;
            }
        }
    }

    /// <summary>Learns a secret of the state, which is a value as JSON.</summary>
    public void LearnJson(string json)
    {
        try
        {
            Learn(new PropertySecret(JsonValues.Parse(json, null)));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            Learn(json);
        }
    }

    public string Mask(string text) => _index.IsEmpty ? text : _index.Mask(text);

    /// <summary>A JSON document with its texts masked, and numbers that are secrets. It stays the document that it was otherwise.</summary>
    public string MaskJson(string json) => _index.IsEmpty ? json : JsonMask.Of(json, Mask);

    // What a Kubernetes Secret holds is base64, and servers quote either.
    private static string? Decoded(string text)
    {
        if (text.Length % 4 != 0 || !Base64.IsValid(text))
        {
            return null;
        }

        try
        {
            var decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(text));
            return decoded.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? null : decoded;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
