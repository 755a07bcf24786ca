using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A slot for a property of type <see cref="Output{T}"/>.</summary>
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
        if (_source.TrySetException(exception))
            _ = _source.Task.Exception;
    }
}
