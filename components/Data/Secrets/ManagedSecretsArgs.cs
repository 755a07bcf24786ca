using Components.Targets;
using Pulumi;

namespace Components.Data;

/// <summary>What <see cref="ManagedSecrets"/> are made of.</summary>
public sealed class ManagedSecretsArgs
{
    /// <summary>Where the pods are that use them.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The ARNs of secrets of AWS Secrets Manager, by the name of the file that holds the value.</summary>
    public IDictionary<string, Input<string>> Files { get; init; } = new Dictionary<string, Input<string>>();
}
