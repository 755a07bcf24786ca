using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform makes of a function call.</summary>
public readonly struct InvokeTransformResult
{
    /// <summary>The arguments and options to go on with.</summary>
    public InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options) => (Args, Options) = (args, options);

    /// <summary>The arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options.</summary>
    public InvokeOptions Options { get; }
}
