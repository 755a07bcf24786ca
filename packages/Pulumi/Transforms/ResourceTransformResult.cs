using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform makes of a resource.</summary>
public readonly struct ResourceTransformResult
{
    /// <summary>The properties and options to go on with.</summary>
    public ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options) => (Args, Options) = (args, options);

    /// <summary>The properties by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; }
}
