using Engine.Contract;
using Engine.Events;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning;

/// <summary>What a running program can ask of the engine. Safe for concurrent use; calls wait until the base state is loaded.</summary>
internal sealed class ProgramSession(Task<UpdateParts> ready, UpdateOptions options, EventStream events)
{
    private readonly TaskCompletionSource _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly InFlight _calls = new();

    public UpdateOptions Options { get; } = options;

    /// <summary>Completes when the program says that it has registered everything.</summary>
    public Task Signalled => _signalled.Task;

    /// <summary>Completes when no registration is under way.</summary>
    public Task WhenIdleAsync() => _calls.WhenIdleAsync();

    /// <summary>Where the inside of remote components is registered.</summary>
    public string MonitorAddress { get; set; } = "";

    /// <summary>Registers a resource, and waits until it is as the program wants it.</summary>
    /// <exception cref="UpdateStoppedException">This or another step has failed, or the update was cancelled.</exception>
    public Task<RegistrationResult> RegisterAsync(ResourceGoal goal) =>
        CallAsync(goal.Inputs, parts => parts.Registrar.RegisterAsync(goal, MonitorAddress));

    /// <summary>Reads a resource.</summary>
    /// <exception cref="UpdateStoppedException">This or another step has failed, or the update was cancelled.</exception>
    public Task<ResourceState> ReadAsync(ReadGoal goal) => CallAsync(goal.Inputs, parts => parts.Reader.ReadAsync(goal));

    /// <summary>Sets the outputs of a component, or of the stack.</summary>
    /// <exception cref="UpdateStoppedException">The update is ending.</exception>
    public Task RegisterOutputsAsync(Urn urn, PropertyMap outputs) => CallAsync(outputs, async parts =>
        {
            await parts.Outputs.RegisterAsync(urn, outputs);
            return true;
        });

    /// <summary>A resource that this run has registered or read; null when there is none.</summary>
    public async Task<ResourceState?> FindAsync(Urn urn) => (await ready).Run.Registered.Get(urn)?.State;

    /// <exception cref="ProviderException">The function failed, or there is none of that name.</exception>
    public Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, ProviderReference? provider, string? version, string? url) =>
        CallAsync(arguments, async parts =>
        {
            var (_, serving) = await parts.Registrar.Resolver.ResolveAsync(ProviderTypes.PackageOf(token), provider, null, version, url);
            return await serving.InvokeAsync(new InvokeRequest(token, arguments, Options.Preview), parts.Run.Terminated);
        });

    /// <exception cref="ProviderException">The method failed, or there is none of that name.</exception>
    public Task<CallResult> CallMethodAsync(CallRequest request, ProviderReference? provider, string? version, string? url) =>
        CallAsync(request.Arguments, async parts =>
        {
            var (_, serving) = await parts.Registrar.Resolver.ResolveAsync(
                ProviderTypes.PackageOf(request.Token),
                provider,
                null,
                version,
                url
            );
            return await serving.CallAsync(request, parts.Run.Terminated);
        });

    /// <summary>What the program has to say. That calls were cut off by the end of the update is no news, whatever made the end is shown
    /// already.</summary>
    public void Log(Severity severity, string message, Urn? urn, int streamId, bool ephemeral)
    {
        if (!message.Contains(UpdateStoppedException.Text, StringComparison.Ordinal))
        {
            events.Log(severity, message, urn, streamId, ephemeral);
        }
    }

    /// <summary>The program has registered everything: waits until the update is done, so that the program's callbacks can be served to the
    /// end.</summary>
    public Task SignalAndWaitAsync()
    {
        _signalled.TrySetResult();
        return _released.Task;
    }

    /// <summary>Lets the program end.</summary>
    public void Release() => _released.TrySetResult();

    /// <param name="sent">What the program sent: its secrets are learned before anything can be said about them.</param>
    private async Task<T> CallAsync<T>(PropertyMap sent, Func<UpdateParts, Task<T>> call)
    {
        events.Secrets.Learn(sent);
        using (_calls.Enter())
        {
            var parts = await ready;
            try
            {
                return await call(parts);
            }
            catch (RegistrationRefusedException e)
            {
                events.Log(Severity.Error, e.Message, Urn.OfStack(Options.Stack, Options.Project));
                parts.Run.Stop();
                throw new UpdateStoppedException();
            }
        }
    }
}
