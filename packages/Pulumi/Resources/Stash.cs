namespace Pulumi;

/// <summary>Keeps the value that it was created with, whatever the input becomes later.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Keeps a value.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">The value.</param>
    /// <param name="options">How the engine treats it.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options) { }

    /// <summary>The value of this run.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value at creation.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}
