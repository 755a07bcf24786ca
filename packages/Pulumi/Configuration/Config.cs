using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration, one namespace of it. The last word of a key is sought in <c>namespace:key</c>.</summary>
public sealed class Config
{
    private readonly string _namespace;

    /// <param name="name">The namespace; by default the project's name.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        // Old keys were written 'project:config:key'.
        _namespace = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    /// <summary>The value; null if not set.</summary>
    public string? Get(string key) => Deployment.Required.Settings.Config.GetValueOrDefault(FullKey(key));

    /// <summary>The value as a secret; null if not set.</summary>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The value as a boolean; null if not set.</summary>
    /// <exception cref="RunException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? GetBoolean(string key) => Parse<bool>(key, bool.TryParse, "true or false");

    /// <summary>The value as a secret boolean; null if not set.</summary>
    /// <exception cref="RunException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    /// <summary>The value as a whole number; null if not set.</summary>
    /// <exception cref="RunException">It is no whole number of 32 bits.</exception>
    public int? GetInt32(string key) =>
        Parse<int>(
            key,
            (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value),
            "a whole number"
        );

    /// <summary>The value as a secret whole number; null if not set.</summary>
    /// <exception cref="RunException">It is no whole number of 32 bits.</exception>
    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    /// <summary>The value as a number; null if not set.</summary>
    /// <exception cref="RunException">It is no number.</exception>
    public double? GetDouble(string key) =>
        Parse<double>(
            key,
            (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            "a number with a decimal point, for example 0.5"
        );

    /// <summary>The value as a secret number; null if not set.</summary>
    /// <exception cref="RunException">It is no number.</exception>
    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    /// <summary>The value, read from JSON; the default of the type if not set.</summary>
    /// <exception cref="RunException">It does not fit the type.</exception>
    public T GetObject<T>(string key) => ReadObject<T>(key, options: null);

    /// <summary>The value, read from JSON; the default of the type if not set.</summary>
    /// <exception cref="RunException">It does not fit the type.</exception>
    public T GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options);

    /// <summary>The value, read from JSON, as a secret; null if not set.</summary>
    /// <exception cref="RunException">It does not fit the type.</exception>
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key));

    /// <summary>The value, read from JSON, as a secret; null if not set.</summary>
    /// <exception cref="RunException">It does not fit the type.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key, options));

    /// <summary>The value.</summary>
    /// <exception cref="RunException">It is not set.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key, secret: false);

    /// <summary>The value as a secret.</summary>
    /// <exception cref="RunException">It is not set.</exception>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as a boolean.</summary>
    /// <exception cref="RunException">It is not set, or neither <c>true</c> nor <c>false</c>.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key, secret: false);

    /// <summary>The value as a secret boolean.</summary>
    /// <exception cref="RunException">It is not set, or neither <c>true</c> nor <c>false</c>.</exception>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="RunException">It is not set, or no whole number of 32 bits.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key, secret: false);

    /// <summary>The value as a secret whole number.</summary>
    /// <exception cref="RunException">It is not set, or no whole number of 32 bits.</exception>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key, secret: true);

    /// <summary>The value as a number.</summary>
    /// <exception cref="RunException">It is not set, or no number.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key, secret: false);

    /// <summary>The value as a secret number.</summary>
    /// <exception cref="RunException">It is not set, or no number.</exception>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key, secret: true);

    /// <summary>The value, read from JSON.</summary>
    /// <exception cref="RunException">It is not set, or does not fit the type.</exception>
    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key, secret: false) : GetObject<T>(key);

    /// <summary>The value, read from JSON.</summary>
    /// <exception cref="RunException">It is not set, or does not fit the type.</exception>
    public T RequireObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is null ? throw Missing(key, secret: false) : GetObject<T>(key, options);

    /// <summary>The value, read from JSON, as a secret.</summary>
    /// <exception cref="RunException">It is not set, or does not fit the type.</exception>
    public Output<T> RequireSecretObject<T>(string key) => GetSecretObject<T>(key) ?? throw Missing(key, secret: true);

    /// <summary>The value, read from JSON, as a secret.</summary>
    /// <exception cref="RunException">It is not set, or does not fit the type.</exception>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key, secret: true);

    private delegate bool TryParse<T>(string text, out T value);

    private string FullKey(string key) => $"{_namespace}:{key}";

    private T? Parse<T>(string key, TryParse<T> parse, string allowed)
        where T : struct
    {
        if (Get(key) is not { } text)
            return null;
        return parse(text, out var value) ? value : throw Wrong(key, text, allowed, cause: null);
    }

    private T ReadObject<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } json)
            return default!;
        try
        {
            return JsonSerializer.Deserialize<T>(json, options)!;
        }
        catch (JsonException exception)
        {
            var at = string.IsNullOrEmpty(exception.Path) ? "" : $", at {exception.Path}";
            throw Wrong(key, json, $"JSON that fits {typeof(T).Name}{at}", exception);
        }
    }

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } given ? Output.CreateSecret(given) : null;

    private RunException Missing(string key, bool secret) =>
        new(
            $"Missing required configuration variable '{FullKey(key)}'\n    set it with: pulumi config set {FullKey(key)} "
                + $"<value>{(secret ? " --secret" : "")}"
        );

    private RunException Wrong(string key, string text, string allowed, JsonException? cause)
    {
        var fullKey = FullKey(key);
        var given = Deployment.Required.Settings.SecretKeys.Contains(fullKey) ? "the secret value" : $"'{text}'";
        return new(
            $"Configuration value '{fullKey}' should be {allowed}; given is {given}\n    set it with: pulumi config set {fullKey} <value>",
            cause
        );
    }
}
