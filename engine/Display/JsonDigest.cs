using System.Buffers;
using System.Text;
using System.Text.Json;
using Agreement;
using Engine.Contract;
using Engine.Effects;
using Engine.Events;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Display;

/// <summary>A preview as <c>pulumi preview --json</c> prints it.</summary>
internal sealed class JsonDigest(IReadOnlyDictionary<string, ConfigValue> config)
{
    private readonly List<StepDescription> _steps = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public void Handle(EngineEvent item)
    {
        switch (item)
        {
            case StepSucceeded { Step: { Logical: true } step }
                when !ProviderTypes.IsDefault(step.Urn) && (step.Op != StepOp.Same || step.Urn.Type == Urn.StackType):
                _steps.Add(step);
                break;
            case Diagnostic { IsEphemeral: false, Severity: not Severity.Debug } diagnostic:
                _diagnostics.Add(diagnostic);
                break;
        }
    }

    /// <param name="result">How the preview ended.</param>
    /// <param name="effects">What the update would do: a part of ours, beside Pulumi's.</param>
    /// <param name="notes">What the program sums up.</param>
    public string Text(UpdateResult result, IReadOnlyList<Effect> effects, IReadOnlyList<PlanNote> notes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions with { Indented = true, IndentSize = 4 }))
        {
            json.WriteStartObject();
            if (config.Count > 0)
            {
                JsonEvents.WriteConfig(json, config);
            }

            json.WriteStartArray("steps");
            _steps.ForEach(step => Write(json, step));
            json.WriteEndArray();
            if (_diagnostics.Count > 0)
            {
                json.WriteStartArray("diagnostics");
                _diagnostics.ForEach(diagnostic => Write(json, diagnostic));
                json.WriteEndArray();
            }

            json.WriteNumber("duration", result.Duration.Ticks * 100);
            json.WriteStartObject("changeSummary");
            JsonEvents.WriteCounts(json, result);
            json.WriteEndObject();
            JsonEffects.Write(json, effects, notes);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, StepDescription step)
    {
        json.WriteStartObject();
        json.WriteString("op", step.Op.Text());
        json.WriteString("urn", step.Urn.Value);
        if ((step.New ?? step.Old)?.Provider is { } provider)
        {
            json.WriteString("provider", provider.ToString());
        }

        if (step.Old is { } old)
        {
            json.WritePropertyName("oldState");
            ResourceStateJson.Write(json, Masked.State(old), null);
        }

        if (step.New is { } now)
        {
            json.WritePropertyName("newState");
            ResourceStateJson.Write(json, Masked.State(now), null);
        }

        JsonEvents.WriteKeys(json, "diffReasons", step.DiffKeys);
        JsonEvents.WriteKeys(json, "replaceReasons", step.ReplaceKeys);
        JsonEvents.WriteDetailedDiff(json, step, "kind");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        if (diagnostic.Urn is { } urn)
        {
            json.WriteString("urn", urn.Value);
        }

        json.WriteString("message", $"{JsonEvents.Word(diagnostic.Severity)}: {diagnostic.Message}\n");
        json.WriteString("severity", JsonEvents.Word(diagnostic.Severity));
        json.WriteEndObject();
    }
}
