using System.Buffers;
using System.Text;
using System.Text.Json;
using Engine.Contract;
using Engine.Events;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Display;

/// <summary>An update as <c>pulumi up --json</c> prints it: an event per line.</summary>
internal sealed class JsonEvents(TextWriter writer, TimeProvider time)
{
    private int _sequence;

    public void Begin(IReadOnlyDictionary<string, ConfigValue> config) => Line("preludeEvent", json => WriteConfig(json, config));

    public void Handle(EngineEvent item)
    {
        switch (item)
        {
            case StepStarted { Step: var step }:
                Line("resourcePreEvent", json => WriteMetadata(json, step));
                break;
            case StepSucceeded { Step: var step }:
                Line("resOutputsEvent", json => WriteMetadata(json, step));
                break;
            case StepFailed { Step: var step }:
                Line("resOpFailedEvent", json =>
                {
                    WriteMetadata(json, step);
                    json.WriteNumber("status", 0);
                    json.WriteNumber("steps", 0);
                });
                break;
            case Diagnostic diagnostic:
                Line("diagnosticEvent", json => WriteDiagnostic(json, diagnostic));
                break;
            case UpdateEnded { Result: var result }:
                Line("summaryEvent", json =>
                {
                    json.WriteBoolean("maybeCorrupt", false);
                    json.WriteNumber("durationSeconds", (int)Math.Ceiling(result.Duration.TotalSeconds));
                    json.WriteStartObject("resourceChanges");
                    WriteCounts(json, result);
                    json.WriteEndObject();
                    json.WriteBoolean("isPreview", false);
                    json.WriteString("result", result.Succeeded ? "succeeded" : "failed");
                });
                Line("cancelEvent", _ => { });
                break;
        }
    }

    internal static string Word(Severity severity) =>
        severity switch
        {
            Severity.Debug => "debug",
            Severity.Warning => "warning",
            Severity.Error => "error",
            Severity.Info => "info",
        };

    internal static void WriteConfig(Utf8JsonWriter json, IReadOnlyDictionary<string, ConfigValue> config)
    {
        json.WriteStartObject("config");
        foreach (var (key, value) in config.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value.IsSecret ? Masked.Secret : value.Text);
        }

        json.WriteEndObject();
    }

    internal static void WriteCounts(Utf8JsonWriter json, UpdateResult result)
    {
        foreach (var (op, count) in result.Changes.Where(c => c.Value > 0).OrderBy(c => c.Key.Text(), StringComparer.Ordinal))
        {
            json.WriteNumber(op.Text(), count);
        }
    }

    internal static void WriteKeys(Utf8JsonWriter json, string name, IReadOnlyList<string> keys)
    {
        if (keys.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var key in keys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
        }
    }

    /// <param name="kindName">Pulumi calls the kind <c>kind</c> in a preview's digest, and <c>diffKind</c> in events.</param>
    internal static void WriteDetailedDiff(Utf8JsonWriter json, StepDescription step, string kindName)
    {
        if (step.DetailedDiff is not { } diff)
        {
            json.WriteNull("detailedDiff");
            return;
        }

        json.WriteStartObject("detailedDiff");
        foreach (var (path, change) in diff.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(path);
            json.WriteString(kindName, change.Kind.Text());
            json.WriteBoolean("inputDiff", change.InputDiff);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, StepDescription step)
    {
        json.WriteStartObject("metadata");
        json.WriteString("op", step.Op.Text());
        json.WriteString("urn", step.Urn.Value);
        json.WriteString("type", step.Type);
        WriteState(json, "old", step.Old);
        WriteState(json, "new", step.New);
        WriteKeys(json, "keys", step.ReplaceKeys);
        WriteKeys(json, "diffs", step.DiffKeys);
        WriteDetailedDiff(json, step, "diffKind");
        json.WriteBoolean("logical", step.Logical);
        json.WriteString("provider", (step.New ?? step.Old)?.Provider?.ToString() ?? "");
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, string name, ResourceState? state)
    {
        if (state is not null)
        {
            json.WritePropertyName(name);
            ResourceStateJson.Write(json, Masked.State(state), null);
        }
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        if (diagnostic.Urn is { } urn)
        {
            json.WriteString("urn", urn.Value);
        }

        json.WriteString("prefix", Word(diagnostic.Severity) + ": ");
        json.WriteString("message", diagnostic.Message + "\n");
        json.WriteString("color", "never");
        json.WriteString("severity", Word(diagnostic.Severity));
        if (diagnostic.StreamId != 0)
        {
            json.WriteNumber("streamID", diagnostic.StreamId);
        }

        if (diagnostic.IsEphemeral)
        {
            json.WriteBoolean("ephemeral", true);
        }
    }

    private void Line(string name, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", _sequence++);
            json.WriteNumber("timestamp", time.GetUtcNow().ToUnixTimeSeconds());
            json.WriteStartObject(name);
            write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
