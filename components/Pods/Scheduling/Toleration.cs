using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>A taint of nodes that pods put up with.</summary>
public sealed record Toleration
{
    private Toleration(string? key, string? value) => (Key, Value) = (key, value);

    /// <summary>The taint's key; null for any.</summary>
    public string? Key { get; }

    /// <summary>The taint's value; null for any.</summary>
    public string? Value { get; }

    /// <summary>Any taint: for agents of all nodes.</summary>
    public static Toleration All { get; } = new(null, null);

    /// <summary>A taint of this key, whatever its value.</summary>
    public static Toleration Of(string key) => new(key, null);

    /// <summary>A taint of this key and value.</summary>
    public static Toleration Of(string key, string value) => new(key, value);

    internal TolerationArgs Render() =>
        new()
        {
            Key = Key!,
            Value = Value!,
            Operator = Value is null ? "Exists" : "Equal",
        };
}
