using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Data;

/// <summary>
/// Settings of workloads, as a ConfigMap. Its name ends in a hash of the data: a change makes a new one, rolls the pods that use it, and
/// removes the old one after.
/// </summary>
public sealed class AppConfig : ComponentResource
{
    private readonly IReadOnlyCollection<string> _keys;

    /// <summary>Declares a ConfigMap.</summary>
    /// <param name="name">The name, before the hash.</param>
    /// <param name="args">The namespace and the data.</param>
    /// <param name="options">Options of the component.</param>
    public AppConfig(string name, AppConfigArgs args, ComponentResourceOptions? options = null)
        : base(
            "components:configuration:AppConfig",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        DataKeys.Check(name, args.Data.Keys);
        _keys = [.. args.Data.Keys];
        Name = DnsLabel.Parse(name, "ConfigMap", longest: 52).Value;
        var data = DataSet.Join(args.Data);
        ConfigMap = new ConfigMap(
            GetResourceName(),
            new ConfigMapArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    Name = data.Apply(values => $"{Name}-{ContentHash.Of(values)}"),
                    Namespace = args.Namespace.Name,
                },
                Data = data,
                Immutable = true,
            },
            new CustomResourceOptions { Parent = this }
        );
        ObjectName = ConfigMap.Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    /// <summary>The name before the hash.</summary>
    public string Name { get; }

    /// <summary>The object's name, with the hash.</summary>
    public Output<string> ObjectName { get; }

    /// <summary>The ConfigMap.</summary>
    public ConfigMap ConfigMap { get; }

    /// <summary>The value of a key, for a variable.</summary>
    public ConfigMapKey this[string key] => new(this, DataKeys.Known($"ConfigMap {Name}", key, _keys));
}
