namespace Pulumi;

/// <summary>An output that is handed out first and given its source later, for two things that need each other.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates an output that waits for <see cref="Resolve"/>.</summary>
    public DeferredOutput() => Output = new(_source.Task);

    /// <summary>Resolves once <see cref="Resolve"/> was called and its output is resolved.</summary>
    public Output<T> Output { get; }

    /// <summary>Gives the output its source.</summary>
    /// <exception cref="InvalidOperationException">It has one already.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Interlocked.Exchange(ref _resolved, 1) != 0)
            throw new InvalidOperationException("This deferred output was resolved before. Resolve it once.");
        _ = CopyAsync(output);
    }

    private int _resolved;

    private async Task CopyAsync(Output<T> output)
    {
        try
        {
            _source.SetResult(await output.DataTask.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _source.SetException(exception);
        }
    }
}
