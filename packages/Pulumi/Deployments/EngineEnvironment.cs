using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>What the engine tells a program through environment variables.</summary>
internal sealed record EngineEnvironment(string MonitorAddress, string EngineAddress, StackSettings Settings, bool AttachDebugger)
{
    /// <exception cref="RunException">The program was not started by an engine, or a variable is not what it should be.</exception>
    public static EngineEnvironment Read() => Read(Environment.GetEnvironmentVariable);

    public static EngineEnvironment Read(Func<string, string?> variable)
    {
        string[] required =
        [
            "PULUMI_MONITOR",
            "PULUMI_ENGINE",
            "PULUMI_PROJECT",
            "PULUMI_STACK",
            "PULUMI_DRY_RUN",
            "PULUMI_QUERY_MODE",
            "PULUMI_PARALLEL",
        ];
        var missing = required.Where(name => string.IsNullOrEmpty(variable(name))).ToArray();
        if (missing.Length > 0)
            throw new RunException(
                $"This program is started by an engine, which sets {string.Join(", ", missing)}. Start it with 'pulumi preview' or "
                    + $"'pulumi up'."
            );
        _ = Parsed<bool>("PULUMI_QUERY_MODE", bool.TryParse, "true or false");
        _ = Parsed<int>(
            "PULUMI_PARALLEL",
            (string text, out int value) => int.TryParse(text, CultureInfo.InvariantCulture, out value),
            "a whole number"
        );
        var settings = new StackSettings(
            variable("PULUMI_PROJECT")!,
            variable("PULUMI_STACK")!,
            variable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
            variable("PULUMI_ROOT_DIRECTORY"),
            Parsed<bool>("PULUMI_DRY_RUN", bool.TryParse, "true or false"),
            ReadConfig(variable("PULUMI_CONFIG")),
            ReadSecretKeys(variable("PULUMI_CONFIG_SECRET_KEYS"))
        );
        return new(variable("PULUMI_MONITOR")!, variable("PULUMI_ENGINE")!, settings, variable("PULUMI_ATTACH_DEBUGGER") == "true");

        T Parsed<T>(string name, TryParse<T> parse, string allowed) =>
            parse(variable(name)!, out var value)
                ? value
                : throw new RunException($"{name} should be {allowed}; it is '{variable(name)}'.");
    }

    public static ImmutableDictionary<string, string> ReadConfig(string? json) =>
        Parse(json, "PULUMI_CONFIG", ImmutableDictionary<string, string>.Empty, root =>
            root.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => entry.Value.GetString()!)
        );

    public static ImmutableHashSet<string> ReadSecretKeys(string? json) =>
        Parse(json, "PULUMI_CONFIG_SECRET_KEYS", [], root => root.EnumerateArray().Select(key => key.GetString()!).ToImmutableHashSet());

    /// <summary>Nothing, and the JSON <c>null</c> that some hosts write for it, are no configuration.</summary>
    /// <remarks>Read by hand, not by the serializer, whose reflection every program would pay for at its start.</remarks>
    private static T Parse<T>(string? json, string name, T none, Func<JsonElement, T> read)
    {
        if (string.IsNullOrEmpty(json))
            return none;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Null ? none : read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text may hold secrets: it is not shown.
            throw new RunException($"{name} is not the JSON that it should be. The engine that started this program wrote it.");
        }
    }

    private delegate bool TryParse<T>(string text, out T value);
}
