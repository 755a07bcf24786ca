using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Engine.Errors;
using Engine.Values;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>One value of the stack's configuration, as its file has it.</summary>
internal sealed record ConfigEntry(ConfigKey Key, YamlNode Node, SourceLocation At)
{
    /// <summary>True when the value, or any part of it, is encrypted.</summary>
    public bool IsSecret => HasSecret(Node);

    /// <summary>The value as the program gets it: scalars as text, lists and mappings as compact JSON with sorted keys.</summary>
    /// <param name="crypter">Decrypts the secret parts; a part that it cannot read makes the value unreadable.</param>
    /// <exception cref="UserErrorException">A part does not decrypt.</exception>
    public ConfigValue Resolve(ICrypter crypter)
    {
        var unreadable = false;
        var text = Node switch
        {
            YamlScalarNode scalar => YamlScalars.Text(YamlScalars.Read(scalar)),
            YamlMappingNode mapping when Ciphertext(mapping) is { } secret => Decrypt(secret),
            _ => Json(),
        };
        return new ConfigValue(text, IsSecret, unreadable);

        string Decrypt(string ciphertext)
        {
            string? plain;
            try
            {
                plain = crypter.Decrypt(ciphertext);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                throw new UserErrorException(
                    new UserError(
                        $"the secret {Key} cannot be decrypted with this stack's passphrase",
                        At,
                        "It was encrypted under another passphrase or salt, or was changed by hand.",
                        $"Set it again: config set --secret {Key} (the value is read from standard input)."
                    )
                );
            }

            unreadable |= plain is null;
            return plain ?? PropertySecret.Shown;
        }

        string Json()
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
            {
                Write(json, Node, Decrypt);
            }

            // Go escapes these three in JSON texts.
            return Encoding
                .UTF8.GetString(buffer.WrittenSpan)
                .Replace("<", "\\u003c", StringComparison.Ordinal)
                .Replace(">", "\\u003e", StringComparison.Ordinal)
                .Replace("&", "\\u0026", StringComparison.Ordinal);
        }
    }

    /// <summary>The text of <c>{ secure: … }</c>, when the node is that.</summary>
    public static string? Ciphertext(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping && YamlFile.Member(mapping, "secure") is YamlScalarNode scalar
            ? scalar.Value
            : null;

    private static bool HasSecret(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => Ciphertext(mapping) is not null || mapping.Children.Values.Any(HasSecret),
            YamlSequenceNode list => list.Children.Any(HasSecret),
            _ => false,
        };

    private static void Write(Utf8JsonWriter json, YamlNode node, Func<string, string> decrypt)
    {
        switch (node)
        {
            case YamlSequenceNode list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item, decrypt);
                }

                json.WriteEndArray();
                break;
            case YamlMappingNode mapping when Ciphertext(mapping) is { } secret:
                json.WriteStringValue(decrypt(secret));
                break;
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Children.OrderBy(c => ((YamlScalarNode)c.Key).Value, StringComparer.Ordinal))
                {
                    json.WritePropertyName(((YamlScalarNode)key).Value ?? "");
                    Write(json, value, decrypt);
                }

                json.WriteEndObject();
                break;
            case YamlScalarNode scalar:
                WriteScalar(json, YamlScalars.Read(scalar));
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool b:
                json.WriteBooleanValue(b);
                break;
            case BigInteger i:
                json.WriteRawValue(YamlScalars.Text(i));
                break;
            case double d when double.IsFinite(d):
                json.WriteRawValue(YamlScalars.ShortestFloat(d, 21));
                break;
            default:
                json.WriteStringValue(YamlScalars.Text(value));
                break;
        }
    }
}
