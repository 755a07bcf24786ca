using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform is given.</summary>
public readonly struct ResourceTransformArgs
{
    /// <summary>Arguments for a transform.</summary>
    public ResourceTransformArgs(
        string name,
        string type,
        bool custom,
        ImmutableDictionary<string, object?> args,
        ResourceOptions options
    ) => (Name, Type, Custom, Args, Options) = (name, type, custom, args, options);

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>Whether a provider manages it.</summary>
    public bool Custom { get; }

    /// <summary>The properties by wire name; secret and unknown ones are outputs.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary><see cref="CustomResourceOptions"/> or <see cref="ComponentResourceOptions"/>.</summary>
    public ResourceOptions Options { get; }
}
