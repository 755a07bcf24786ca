using Components.Targets;

namespace Components.Data;

/// <summary>What an <see cref="AppSecret"/> holds.</summary>
public sealed class AppSecretArgs
{
    /// <summary>Where it is.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The values by key; a key may be the name of a file.</summary>
    public IDictionary<string, SecretValue> Data { get; init; } = new Dictionary<string, SecretValue>();

    /// <summary>The type, such as <c>kubernetes.io/tls</c>.</summary>
    /// <value>Default: <c>Opaque</c>.</value>
    public string Type { get; init; } = "Opaque";
}
