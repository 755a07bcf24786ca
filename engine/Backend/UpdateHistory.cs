using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Backend;

/// <summary>Pulumi's record of an update, with a copy of the checkpoint that it made.</summary>
internal static class UpdateHistory
{
    /// <param name="kind">update, refresh or destroy.</param>
    public static void Add(StackPaths paths, string kind, DateTimeOffset started, DateTimeOffset ended, UpdateResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteNumber("startTime", started.ToUnixTimeSeconds());
            json.WriteString("message", "");
            json.WriteStartObject("environment");
            json.WriteString("exec.kind", EngineVersion.Signature);
            json.WriteEndObject();
            json.WriteStartObject("config");
            json.WriteEndObject();
            json.WriteNumber("version", 0);
            json.WriteString("result", result.Succeeded ? "succeeded" : "failed");
            json.WriteNumber("endTime", ended.ToUnixTimeSeconds());
            json.WriteStartObject("resourceChanges");
            foreach (var (op, count) in result.Changes.Where(c => c.Value > 0).OrderBy(c => c.Key))
            {
                json.WriteNumber(op.Text(), count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        var nanoseconds = (started.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * 100;
        var name = Path.Combine(paths.History, string.Create(CultureInfo.InvariantCulture, $"{paths.Stack}-{nanoseconds}"));
        AtomicFile.Write(name + ".history.json", buffer.WrittenSpan);
        File.Copy(paths.Checkpoint, name + ".checkpoint.json", overwrite: true);
    }
}
