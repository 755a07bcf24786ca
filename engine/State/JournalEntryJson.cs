using System.Globalization;
using System.Text.Json;
using Engine.Values;

namespace Engine.State;

/// <summary>A journal entry as one JSON object.</summary>
internal static class JournalEntryJson
{
    public static void Write(Utf8JsonWriter json, JournalEntry entry, ICrypter crypter)
    {
        json.WriteStartObject();
        json.WriteNumber("op", entry.Operation);
        switch (entry)
        {
            case JournalBegin begin:
                json.WritePropertyName("begin");
                DeploymentJson.WritePending(json, begin.Pending, crypter);
                break;
            case JournalEnd end:
                WriteEnd(json, end, crypter);
                break;
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">This is no journal entry.</exception>
    public static JournalEntry Read(JsonElement json, ICrypter? crypter)
    {
        var operation = json.GetProperty("op").GetInt64();
        if (json.TryGetProperty("begin", out var begin))
        {
            return new JournalBegin(operation, DeploymentJson.ReadPending(begin, crypter));
        }

        return new JournalEnd(operation)
        {
            Kept = json.TryGetProperty("kept", out var kept) ? kept.GetInt32() : null,
            Put = json.TryGetProperty("put", out var put)
                ? [.. put.EnumerateObject().Select(p => KeyValuePair.Create(Key(p.Name), ResourceStateJson.Read(p.Value, crypter)))]
                : [],
            Removed = json.TryGetProperty("removed", out var removed) ? [.. removed.EnumerateArray().Select(r => Key(r.GetString()!))] : [],
            SettlesPending = json.TryGetProperty("settles", out var settles) ? new Urn(settles.GetString()!) : null,
            Renamed = json.TryGetProperty("renamed", out var renamed)
                ? new UrnChange(new Urn(renamed[0].GetString()!), new Urn(renamed[1].GetString()!))
                : null,
        };
    }

    private static void WriteEnd(Utf8JsonWriter json, JournalEnd end, ICrypter crypter)
    {
        if (end.Kept is { } kept)
        {
            json.WriteNumber("kept", kept);
        }

        if (end.Put.Count > 0)
        {
            json.WriteStartObject("put");
            foreach (var (key, resource) in end.Put)
            {
                json.WritePropertyName(key.ToString());
                ResourceStateJson.Write(json, resource, crypter);
            }

            json.WriteEndObject();
        }

        if (end.Removed.Count > 0)
        {
            json.WriteStartArray("removed");
            end.Removed.ToList().ForEach(key => json.WriteStringValue(key.ToString()));
            json.WriteEndArray();
        }

        if (end.SettlesPending is { } settled)
        {
            json.WriteString("settles", settled.Value);
        }

        if (end.Renamed is { } change)
        {
            json.WriteStartArray("renamed");
            json.WriteStringValue(change.From.Value);
            json.WriteStringValue(change.To.Value);
            json.WriteEndArray();
        }
    }

    private static EntryKey Key(string text) =>
        new(text[0] == 'b', long.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
}
