using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output property of a resource that waits for the engine's answer.</summary>
internal abstract class OutputSlot
{
    /// <summary>The output that the property holds.</summary>
    public abstract object Output { get; }

    /// <returns>Why the value does not fit the property's type; the output then has the type's default.</returns>
    public abstract Mismatch? Complete(OutputData<object?> data);

    public abstract void Fail(Exception exception);
}

internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The registration that completes the slot is tracked: its failure would be reported once more for each output.
    public OutputSlot() => Output = new Output<T>(_source.Task, track: false);

    public override object Output { get; }

    public override Mismatch? Complete(OutputData<object?> data)
    {
        var (value, mismatch) = data.IsKnown ? TypeConverter.For(typeof(T)).Convert(data.Value) : (null, null);
        _source.TrySetResult(data.With((T)(mismatch is null ? value ?? default(T) : default(T))!, data.IsKnown, data.IsSecret));
        return mismatch;
    }

    public override void Fail(Exception exception)
    {
        if (_source.TrySetException(exception)) _ = _source.Task.Exception;
    }
}
