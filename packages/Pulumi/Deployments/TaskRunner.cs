using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>Keeps the program alive until nothing runs any more: registrations, and every output that is not resolved yet.</summary>
/// <remarks>The count cannot touch zero before the end: whatever starts new work is itself counted.</remarks>
internal sealed class TaskRunner
{
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One stands for the program itself until it is tracked: what it has started may be done before it has started all.</summary>
    private int _running = 1;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return;
        Interlocked.Increment(ref _running);
        _ = WatchAsync(task);
    }

    /// <summary>Waits until all is done, or the first failure; gives the failures seen by then.</summary>
    public async Task<IReadOnlyList<Exception>> WhenIdleAsync(Task program)
    {
        Track(program);
        if (Interlocked.Decrement(ref _running) == 0)
            _ended.TrySetResult();
        await _ended.Task.ConfigureAwait(false);
        return _failures.Distinct(ReferenceEqualityComparer.Instance).Cast<Exception>().ToArray();
    }

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failures.Enqueue(exception);
            _ended.TrySetResult();
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
                _ended.TrySetResult();
        }
    }
}
