using Pulumirpc;

namespace Pulumi;

public sealed partial class Deployment
{
    private readonly Lock _pendingLock = new();
    private Task _pending = Task.CompletedTask;

    internal Callbacks Callbacks { get; }

    /// <summary>Waits until the engine knows the hooks and the transforms of function calls that were added so far.</summary>
    public Task AwaitPendingRegistrations()
    {
        lock (_pendingLock)
            return _pending;
    }

    /// <summary>Whether the engine can call transforms of function calls.</summary>
    public Task<bool> MonitorSupportsInvokeTransforms() => Features.InvokeTransforms;

    /// <summary>Whether the engine can call hooks.</summary>
    public Task<bool> MonitorSupportsResourceHooks() => Features.ResourceHooks;

    /// <summary>Adds a function that the engine calls for every function call that follows.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        Pend(AddAsync());

        async Task AddAsync()
        {
            await Features.RequireAsync("invokeTransforms", "RegisterInvokeTransform").ConfigureAwait(false);
            var callback = await Callbacks.AddAsync(new InvokeTransformCallback(this, transform).InvokeAsync).ConfigureAwait(false);
            await Monitor.RegisterInvokeTransformAsync(callback).ConfigureAwait(false);
        }
    }

    internal Task RegisterHook(ResourceHook hook)
    {
        return Pend(AddAsync());

        async Task AddAsync()
        {
            await Features.RequireAsync("resourceHooks", $"The hook '{hook.Name}'").ConfigureAwait(false);
            await Monitor
                .RegisterHookAsync(
                    new()
                    {
                        Name = hook.Name,
                        Callback = await Callbacks.AddAsync(new ResourceHookCallbackAdapter(this, hook).InvokeAsync).ConfigureAwait(false),
                        OnDryRun = hook.Options.OnDryRun ?? false,
                        IgnoreErrors = hook.Options.IgnoreErrors ?? false,
                    }
                )
                .ConfigureAwait(false);
        }
    }

    internal Task RegisterHook(ErrorHook hook)
    {
        return Pend(AddAsync());

        async Task AddAsync()
        {
            await Features.RequireAsync("resourceHooks", $"The hook '{hook.Name}'").ConfigureAwait(false);
            await Monitor
                .RegisterErrorHookAsync(
                    new()
                    {
                        Name = hook.Name,
                        Callback = await Callbacks.AddAsync(new ErrorHookCallbackAdapter(this, hook).InvokeAsync).ConfigureAwait(false),
                    }
                )
                .ConfigureAwait(false);
        }
    }

    private Task Pend(Task task)
    {
        Runner.Track(task);
        lock (_pendingLock)
            _pending = Task.WhenAll(_pending, task);
        return task;
    }
}
