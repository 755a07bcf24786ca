using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engine.Values;

namespace Engine.State;

/// <summary>A snapshot as the <c>deployment</c> (or <c>latest</c>) of Pulumi's files, version 3.</summary>
internal static class DeploymentJson
{
    /// <param name="crypter">Null writes secrets in plain text, marked: for <c>--show-secrets</c> only.</param>
    public static void Write(Utf8JsonWriter json, Snapshot snapshot, ICrypter? crypter)
    {
        json.WriteStartObject();
        if (snapshot.Manifest is { } manifest)
        {
            json.WritePropertyName("manifest");
            WriteManifest(json, manifest);
        }

        if (snapshot.SecretsProvider is { } secrets)
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

        if (snapshot.Resources.Count > 0)
        {
            json.WriteStartArray("resources");
            foreach (var resource in snapshot.Resources)
            {
                ResourceStateJson.Write(json, resource, crypter);
            }

            json.WriteEndArray();
        }

        if (snapshot.PendingOperations.Count > 0)
        {
            json.WriteStartArray("pending_operations");
            foreach (var operation in snapshot.PendingOperations)
            {
                WritePending(json, operation, crypter);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <param name="crypter">Null leaves secrets unread.</param>
    /// <exception cref="FormatException">This is no deployment.</exception>
    public static Snapshot Read(JsonElement json, ICrypter? crypter) =>
        new(
            json.TryGetProperty("manifest", out var manifest) && manifest.ValueKind == JsonValueKind.Object ? ReadManifest(manifest) : null,
            ReadSecretsProvider(json),
            json.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
                ? [.. resources.EnumerateArray().Select(r => ResourceStateJson.Read(r, crypter))]
                : [],
            json.TryGetProperty("pending_operations", out var pending) && pending.ValueKind == JsonValueKind.Array
                ? [.. pending.EnumerateArray().Select(p => ReadPending(p, crypter))]
                : []
        );

    /// <summary>Which secrets provider the deployment is encrypted with: needed before its secrets can be read.</summary>
    public static SecretsProvider? ReadSecretsProvider(JsonElement json) =>
        json.TryGetProperty("secrets_providers", out var secrets)
        && secrets.ValueKind == JsonValueKind.Object
        && secrets.TryGetProperty("type", out var type)
            ? new SecretsProvider(type.GetString()!, secrets.TryGetProperty("state", out var state) ? state.GetRawText() : null)
            : null;

    public static void WritePending(Utf8JsonWriter json, PendingOperation operation, ICrypter? crypter)
    {
        json.WriteStartObject();
        json.WritePropertyName("resource");
        ResourceStateJson.Write(json, operation.Resource, crypter);
        json.WriteString("type", operation.Type.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    public static PendingOperation ReadPending(JsonElement json, ICrypter? crypter) =>
        new(
            Enum.TryParse<OperationType>(json.GetProperty("type").GetString(), ignoreCase: true, out var type)
                ? type
                : throw new FormatException(
                    $"a pending operation of the state has the unknown type '{json.GetProperty("type").GetString()}'"
                ),
            ResourceStateJson.Read(json.GetProperty("resource"), crypter)
        );

    /// <summary>What a manifest's magic must be.</summary>
    public static string Magic(string version) =>
        version.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    private static void WriteManifest(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject();
        json.WriteString("time", ResourceStateJson.Time(manifest.Time));
        json.WriteString("magic", Magic(manifest.Version));
        json.WriteString("version", manifest.Version);
        if (manifest.Plugins.Count > 0)
        {
            json.WriteStartArray("plugins");
            foreach (var plugin in manifest.Plugins)
            {
                json.WriteStartObject();
                json.WriteString("name", plugin.Name);
                json.WriteString("path", plugin.Path ?? "");
                json.WriteString("type", plugin.Type);
                json.WriteString("version", plugin.Version ?? "");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Manifest ReadManifest(JsonElement json)
    {
        var version = Text(json, "version");
        if (Text(json, "magic") is { Length: > 0 } magic && magic != Magic(version))
        {
            throw new FormatException("the state's manifest does not fit its version: the file is damaged or was edited");
        }

        return new Manifest(
            ResourceStateJson.Time(Text(json, "time") is { Length: > 0 } time ? time : null) ?? default,
            version,
            json.TryGetProperty("plugins", out var plugins) && plugins.ValueKind == JsonValueKind.Array
                ?
                [
                    .. plugins
                        .EnumerateArray()
                        .Select(p => new PluginInfo(Text(p, "name"), Text(p, "type"), Text(p, "path"), Text(p, "version"))),
                ]
                : []
        );
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
