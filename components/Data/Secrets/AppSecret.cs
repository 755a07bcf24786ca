using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Data;

/// <summary>
/// Secrets of workloads, as a Secret. Its name ends in a hash of the data keyed with a secret of the stack: a change rolls the pods that
/// use
/// it, and the name gives nothing away.
/// </summary>
public sealed class AppSecret : ComponentResource
{
    private readonly IReadOnlyCollection<string> _keys;

    /// <summary>Declares a Secret.</summary>
    /// <param name="name">The name, before the hash.</param>
    /// <param name="args">The namespace and the data.</param>
    /// <param name="options">Options of the component.</param>
    public AppSecret(string name, AppSecretArgs args, ComponentResourceOptions? options = null)
        : base(
            "components:secrets:AppSecret",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        DataKeys.Check(name, args.Data.Keys);
        _keys = [.. args.Data.Keys];
        Name = DnsLabel.Parse(name, "Secret", longest: 52).Value;
        var data = DataSet.Join(
            args.Data.ToDictionary(entry => entry.Key, entry => (Input<string>)entry.Value.Make($"{GetResourceName()}-{entry.Key}", this))
        );
        var hash = Output.Tuple(data, args.Namespace.Target.SecretHashKey).Apply(both => ContentHash.Keyed(both.Item1, both.Item2));
        Secret = new Secret(
            GetResourceName(),
            new SecretArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    // Not a secret itself, so that diffs can show it.
                    Name = Output.Unsecret(hash).Apply(hash => $"{Name}-{hash}"),
                    Namespace = args.Namespace.Name,
                },
                Type = args.Type,
                StringData = data,
                Immutable = true,
            },
            new CustomResourceOptions { Parent = this }
        );
        ObjectName = Secret.Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    /// <summary>The name before the hash.</summary>
    public string Name { get; }

    /// <summary>The object's name, with the hash.</summary>
    public Output<string> ObjectName { get; }

    /// <summary>The Secret.</summary>
    public Secret Secret { get; }

    /// <summary>The value of a key, for a variable.</summary>
    public SecretKey this[string key] => new(this, DataKeys.Known($"Secret {Name}", key, _keys));
}
