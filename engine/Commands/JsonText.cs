using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;

namespace Engine.Commands;

/// <summary>JSON that commands print: indented by two, as Pulumi's.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            WriteIndented = true,
            IndentSize = 2,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static string Write(Action<Utf8JsonWriter> write, int indent = 2)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions with { Indented = true, IndentSize = indent }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
