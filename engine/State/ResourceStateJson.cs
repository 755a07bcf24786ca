using System.Globalization;
using System.Text.Json;
using Engine.Values;

namespace Engine.State;

/// <summary>A resource as an entry of the checkpoint; what is empty is left out.</summary>
internal static class ResourceStateJson
{
    /// <param name="crypter">Null writes secrets in plain text, marked: for <c>--show-secrets</c> only.</param>
    public static void Write(Utf8JsonWriter json, ResourceState resource, ICrypter? crypter)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn.Value);
        json.WriteBoolean("custom", resource.Custom);
        Flag(json, "delete", resource.Delete);
        Text(json, "id", resource.Id);
        json.WriteString("type", resource.Type);
        Map(json, "inputs", resource.Inputs, crypter);
        Map(json, "outputs", resource.Outputs, crypter);
        Text(json, "parent", resource.Parent?.Value);
        Flag(json, "protect", resource.Protect);
        Flag(json, "taint", resource.Taint);
        Flag(json, "external", resource.External);
        List(json, "dependencies", resource.Dependencies.Select(u => u.Value));
        List(json, "initErrors", resource.InitErrors);
        Text(json, "provider", resource.Provider?.ToString());
        if (resource.PropertyDependencies.Count > 0)
        {
            json.WriteStartObject("propertyDependencies");
            foreach (var (key, urns) in resource.PropertyDependencies.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(key);
                urns.ToList().ForEach(urn => json.WriteStringValue(urn.Value));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        Flag(json, "pendingReplacement", resource.PendingReplacement);
        List(json, "additionalSecretOutputs", resource.AdditionalSecretOutputs);
        Timeouts(json, resource.CustomTimeouts);
        Text(json, "importID", resource.ImportId);
        Flag(json, "retainOnDelete", resource.RetainOnDelete);
        Text(json, "deletedWith", resource.DeletedWith?.Value);
        List(json, "replaceWith", resource.ReplaceWith.Select(u => u.Value));
        Text(json, "created", Time(resource.Created));
        Text(json, "modified", Time(resource.Modified));
        Text(json, "sourcePosition", resource.SourcePosition);
        List(json, "ignoreChanges", resource.IgnoreChanges);
        List(json, "replaceOnChanges", resource.ReplaceOnChanges);
        if (resource.HideDiff.Count > 0)
        {
            json.WriteStartArray("hideDiff");
            foreach (var path in resource.HideDiff)
            {
                JsonValues.Write(
                    json,
                    new PropertyArray(PropertyPath.Parse(path).Segments.Select(s => s.Index is { } i ? (PropertyValue)i : s.Key ?? "*")),
                    null
                );
            }

            json.WriteEndArray();
        }

        if (resource.ReplacementTrigger is { } trigger)
        {
            json.WritePropertyName("replacementTrigger");
            JsonValues.Write(json, trigger, crypter);
        }

        Flag(json, "refreshBeforeUpdate", resource.RefreshBeforeUpdate);
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The entry is no resource.</exception>
    public static ResourceState Read(JsonElement json, ICrypter? crypter) =>
        new()
        {
            Urn = Urn.Parse(Text(json, "urn")) ?? throw new FormatException("a resource of the state has no urn"),
            Type = Text(json, "type") ?? throw new FormatException($"resource '{Text(json, "urn")}' of the state has no type"),
            Custom = Flag(json, "custom"),
            Delete = Flag(json, "delete"),
            Id = Text(json, "id"),
            Inputs = Map(json, "inputs", crypter),
            Outputs = Map(json, "outputs", crypter),
            Parent = Urn.Parse(Text(json, "parent")),
            Protect = Flag(json, "protect"),
            Taint = Flag(json, "taint"),
            External = Flag(json, "external"),
            Dependencies = Urns(json, "dependencies"),
            InitErrors = List(json, "initErrors"),
            Provider = Text(json, "provider") is { } provider ? ProviderReference.Parse(provider) : null,
            PropertyDependencies =
                json.TryGetProperty("propertyDependencies", out var dependencies) && dependencies.ValueKind == JsonValueKind.Object
                    ? dependencies.EnumerateObject().ToDictionary(p => p.Name, p => Urns(dependencies, p.Name))
                    : new Dictionary<string, IReadOnlyList<Urn>>(),
            PendingReplacement = Flag(json, "pendingReplacement"),
            AdditionalSecretOutputs = List(json, "additionalSecretOutputs"),
            CustomTimeouts =
                json.TryGetProperty("customTimeouts", out var timeouts) && timeouts.ValueKind == JsonValueKind.Object
                    ? new CustomTimeouts(
                        Seconds(timeouts, "create"),
                        Seconds(timeouts, "update"),
                        Seconds(timeouts, "delete"),
                        Seconds(timeouts, "read")
                    )
                    : null,
            ImportId = Text(json, "importID"),
            RetainOnDelete = Flag(json, "retainOnDelete"),
            DeletedWith = Urn.Parse(Text(json, "deletedWith")),
            ReplaceWith = Urns(json, "replaceWith"),
            Created = Time(Text(json, "created")),
            Modified = Time(Text(json, "modified")),
            SourcePosition = Text(json, "sourcePosition"),
            IgnoreChanges = List(json, "ignoreChanges"),
            ReplaceOnChanges = List(json, "replaceOnChanges"),
            HideDiff =
                json.TryGetProperty("hideDiff", out var hidden) && hidden.ValueKind == JsonValueKind.Array
                    ? [.. hidden.EnumerateArray().Select(HiddenPath)]
                    : [],
            ReplacementTrigger = json.TryGetProperty("replacementTrigger", out var trigger) ? JsonValues.Read(trigger, crypter) : null,
            RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
        };

    /// <summary>Nanoseconds are more than a <see cref="DateTimeOffset"/> holds: it keeps hundreds of them.</summary>
    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Time(string? text) =>
        text is null
            ? null
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var started = false;
        foreach (var value in values)
        {
            if (!started)
            {
                json.WriteStartArray(name);
                started = true;
            }

            json.WriteStringValue(value);
        }

        if (started)
        {
            json.WriteEndArray();
        }
    }

    private static void Map(Utf8JsonWriter json, string name, PropertyMap map, ICrypter? crypter)
    {
        if (map.Count > 0)
        {
            json.WritePropertyName(name);
            JsonValues.Write(json, map, crypter);
        }
    }

    private static void Timeouts(Utf8JsonWriter json, CustomTimeouts? timeouts)
    {
        if (timeouts is null)
        {
            return;
        }

        json.WriteStartObject("customTimeouts");
        foreach (
            var (name, seconds) in new[]
            {
                ("create", timeouts.Create),
                ("update", timeouts.Update),
                ("delete", timeouts.Delete),
                ("read", timeouts.Read),
            }
        )
        {
            if (seconds is > 0)
            {
                json.WriteNumber(name, seconds.Value);
            }
        }

        json.WriteEndObject();
    }

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static double? Seconds(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static IReadOnlyList<string> List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [];

    private static IReadOnlyList<Urn> Urns(JsonElement json, string name) => [.. List(json, name).Select(u => new Urn(u))];

    private static PropertyMap Map(JsonElement json, string name, ICrypter? crypter) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? JsonValues.ReadMap(value, crypter)
            : PropertyMap.Empty;

    private static string HiddenPath(JsonElement path) =>
        new PropertyPath([
            .. path.EnumerateArray()
                .Select(e =>
                    e.ValueKind == JsonValueKind.Number ? new PathSegment(null, e.GetInt32()) : new PathSegment(e.GetString(), null)
                ),
        ]).ToString();
}
