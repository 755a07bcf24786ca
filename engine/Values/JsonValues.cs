using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engine.Values;

/// <summary>Values as a checkpoint and the journal hold them. A secret is encrypted as a whole; secrets inside it are marked within its
/// plain text.</summary>
internal static class JsonValues
{
    /// <summary>For all JSON that state is written with: state is no HTML, so only what JSON asks for is escaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>As deep as values on the wire may be.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = 1000 };

    /// <param name="crypter">Null writes secrets in plain text, marked: for <c>--show-secrets</c> only.</param>
    public static void Write(Utf8JsonWriter json, PropertyValue value, ICrypter? crypter)
    {
        switch (value)
        {
            case PropertyNull:
                json.WriteNullValue();
                break;
            case PropertyBool b:
                json.WriteBooleanValue(b.Value);
                break;
            case PropertyNumber n:
                WriteNumber(json, n.Value);
                break;
            case PropertyString s:
                json.WriteStringValue(s.Value);
                break;
            case PropertyComputed:
                json.WriteStringValue(Sentinels.Unknown);
                break;
            case PropertyArray array:
                json.WriteStartArray();
                foreach (var item in array)
                {
                    Write(json, item, crypter);
                }

                json.WriteEndArray();
                break;
            case PropertyMap map:
                WriteMap(json, map, crypter);
                break;
            case PropertySecret secret:
                WriteSecret(json, secret, crypter);
                break;
            case PropertyReference or PropertyAsset or PropertyArchive:
                WriteMap(json, SpecialObjects.Encode(value), crypter);
                break;
            case PropertyOutput output:
                var plain = output.Value ?? PropertyValue.Computed;
                Write(json, output.IsSecret ? new PropertySecret(plain) : plain, crypter);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no JSON form");
        }
    }

    /// <summary>The value as JSON text.</summary>
    public static string Text(PropertyValue value, ICrypter? crypter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(json, value, crypter);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="crypter">Null leaves secrets unread.</param>
    /// <exception cref="FormatException">A special object is not understood.</exception>
    public static PropertyValue Read(JsonElement json, ICrypter? crypter)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return PropertyValue.Null;
            case JsonValueKind.True:
                return PropertyBool.True;
            case JsonValueKind.False:
                return PropertyBool.False;
            case JsonValueKind.Number:
                return new PropertyNumber(json.GetDouble());
            case JsonValueKind.String:
                var text = json.GetString()!;
                return Sentinels.IsUnknown(text) ? PropertyValue.Computed : new PropertyString(text);
            case JsonValueKind.Array:
                return new PropertyArray(json.EnumerateArray().Select(item => Read(item, crypter)));
            default:
                return json.TryGetProperty(Sentinels.SignatureKey, out var signature) && signature.ValueKind == JsonValueKind.String
                    ? ReadSpecial(json, signature.GetString()!, crypter)
                    : ReadMap(json, crypter);
        }
    }

    public static PropertyMap ReadMap(JsonElement json, ICrypter? crypter) =>
        new(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value, crypter))));

    /// <summary>The value that a JSON text holds.</summary>
    public static PropertyValue Parse(string text, ICrypter? crypter)
    {
        using var document = JsonDocument.Parse(text, DocumentOptions);
        return Read(document.RootElement, crypter);
    }

    private static void WriteMap(Utf8JsonWriter json, PropertyMap map, ICrypter? crypter)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value, crypter);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
            return;
        }

        json.WriteStartObject();
        json.WriteString(Sentinels.SignatureKey, Sentinels.Float);
        json.WriteString("value", BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter json, PropertySecret secret, ICrypter? crypter)
    {
        json.WriteStartObject();
        json.WriteString(Sentinels.SignatureKey, Sentinels.Secret);
        if (secret.Ciphertext is { } unread)
        {
            json.WriteString("ciphertext", unread);
        }
        else if (crypter is null)
        {
            json.WriteString("plaintext", Text(secret.Value, null));
        }
        else
        {
            json.WriteString("ciphertext", crypter.Encrypt(Text(secret.Value, null)));
        }

        json.WriteEndObject();
    }

    private static PropertyValue ReadSpecial(JsonElement json, string signature, ICrypter? crypter)
    {
        switch (signature)
        {
            case Sentinels.Secret when json.TryGetProperty("plaintext", out var plain):
                return new PropertySecret(Parse(plain.GetString()!, crypter));
            case Sentinels.Secret when json.TryGetProperty("ciphertext", out var encrypted):
                var ciphertext = encrypted.GetString()!;
                return crypter?.Decrypt(ciphertext) is { } text
                    ? new PropertySecret(Parse(text, crypter))
                    : new PropertySecret(PropertyValue.Computed) { Ciphertext = ciphertext };
            case Sentinels.Float:
                var bytes = Convert.FromHexString(json.GetProperty("value").GetString()!);
                return new PropertyNumber(BinaryPrimitives.ReadDoubleBigEndian(bytes));
            default:
                return SpecialObjects.Decode(signature, ReadMap(json, crypter));
        }
    }
}
