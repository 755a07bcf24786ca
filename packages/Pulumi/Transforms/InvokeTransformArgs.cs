using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a transform of function calls is given.</summary>
public readonly struct InvokeTransformArgs
{
    /// <summary>Arguments for a transform.</summary>
    public InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options) =>
        (Token, Args, Options) = (token, args, options);

    /// <summary>The function's token.</summary>
    public string Token { get; }

    /// <summary>The arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; }

    /// <summary>The options.</summary>
    public InvokeOptions Options { get; }
}
