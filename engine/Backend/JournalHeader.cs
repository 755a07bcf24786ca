using System.Text.Json;
using Engine.State;

namespace Engine.Backend;

/// <summary>The first line of a journal.</summary>
/// <param name="Checkpoint">Hash of the checkpoint that it continues; empty for none.</param>
/// <param name="Secrets">What its secrets are encrypted with.</param>
internal sealed record JournalHeader(string Checkpoint, SecretsProvider? Secrets)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("journal", 1);
        json.WriteString("checkpoint", Checkpoint);
        if (Secrets is { } secrets)
        {
            json.WriteStartObject("secrets_providers");
            json.WriteString("type", secrets.Type);
            if (secrets.StateJson is { } state)
            {
                json.WritePropertyName("state");
                json.WriteRawValue(state);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Null when the line is none.</summary>
    public static JournalHeader? Read(JsonElement json) =>
        json.TryGetProperty("journal", out var version) && version.GetInt32() == 1
            ? new JournalHeader(json.GetProperty("checkpoint").GetString()!, DeploymentJson.ReadSecretsProvider(json))
            : null;
}
