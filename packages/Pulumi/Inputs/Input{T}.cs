namespace Pulumi;

/// <summary>An argument of a resource: a plain value, or an output of another resource. Both convert implicitly.</summary>
public class Input<T> : IInput
{
    private readonly T _value;
    private Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output) => (_value, _output) = (default!, output);

    private protected virtual object? Serialized => (object?)_output ?? _value;

    object? IInput.Value => Serialized;

    private protected virtual Output<T> AsOutput() => _output ??= Output.Create(_value);

    internal Output<T> Resolved => AsOutput();

    /// <summary>An input with a plain value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>An input with the value of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();
}
