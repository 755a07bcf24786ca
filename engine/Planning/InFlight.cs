namespace Engine.Planning;

/// <summary>Counts calls under way, for those who wait until there are none.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _idle;

    public IDisposable Enter()
    {
        lock (_gate)
        {
            _count++;
        }

        return new Call(this);
    }

    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                _idle?.SetResult();
                _idle = null;
            }
        }
    }

    private sealed class Call(InFlight owner) : IDisposable
    {
        public void Dispose() => owner.Leave();
    }
}
