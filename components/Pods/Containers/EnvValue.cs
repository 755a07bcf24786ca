using Components.Data;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>The value of an environment variable: text, another resource's output, a key of a ConfigMap or Secret, a secret, or a field of
/// the pod.</summary>
public sealed class EnvValue
{
    private readonly Func<string, EnvVarArgs> _render;

    private EnvValue(Func<string, EnvVarArgs> render, SecretValue? secret = null) => (_render, Secret) = (render, secret);

    /// <summary>The secret that has no Secret yet: the workload makes one.</summary>
    internal SecretValue? Secret { get; }

    /// <summary>Text.</summary>
    public static implicit operator EnvValue(string value) => FromInput(value);

    /// <summary>The output of another resource. A secret one is refused by the pod's manifest: wrap it as a
    /// <see cref="SecretValue"/>.</summary>
    public static implicit operator EnvValue(Output<string> value) => FromInput(value);

    /// <summary>The value of a ConfigMap's key.</summary>
    public static implicit operator EnvValue(ConfigMapKey key) => FromConfigKey(key);

    /// <summary>The value of a Secret's key.</summary>
    public static implicit operator EnvValue(SecretKey key) => FromSecretKey(key);

    /// <summary>A secret, for which the workload gets a Secret of its own.</summary>
    public static implicit operator EnvValue(SecretValue value) => FromSecretValue(value);

    /// <summary>Text, or the output of another resource.</summary>
    public static EnvValue FromInput(Input<string> value) => new(name => new EnvVarArgs { Name = name, Value = value });

    /// <summary>The value of a ConfigMap's key.</summary>
    public static EnvValue FromConfigKey(ConfigMapKey key) =>
        new(name => new EnvVarArgs
        {
            Name = name,
            ValueFrom = new EnvVarSourceArgs
            {
                ConfigMapKeyRef = new ConfigMapKeySelectorArgs { Name = key.Config.ObjectName, Key = key.Key },
            },
        });

    /// <summary>The value of a Secret's key.</summary>
    public static EnvValue FromSecretKey(SecretKey key) =>
        new(name => new EnvVarArgs
        {
            Name = name,
            ValueFrom = new EnvVarSourceArgs
            {
                SecretKeyRef = new SecretKeySelectorArgs { Name = key.Secret.ObjectName, Key = key.Key },
            },
        });

    /// <summary>A secret, for which the workload gets a Secret of its own.</summary>
    public static EnvValue FromSecretValue(SecretValue value) =>
        new(_ => throw new InvalidOperationException("A secret value is rendered by the workload's Secret."), value);

    /// <summary>A field of the pod, such as <c>status.podIP</c> or <c>metadata.name</c>.</summary>
    public static EnvValue Field(string path) =>
        new(name => new EnvVarArgs
        {
            Name = name,
            ValueFrom = new EnvVarSourceArgs { FieldRef = new ObjectFieldSelectorArgs { FieldPath = path } },
        });

    internal EnvVarArgs Render(string name) => _render(name);
}
