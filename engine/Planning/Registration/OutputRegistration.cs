using System.Collections.Concurrent;
using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>Outputs of components and of the stack. Those of the stack wait for the end of the update: after a failure the old ones that
/// were not set again stay.</summary>
internal sealed class OutputRegistration(UpdateRun run)
{
    private readonly ConcurrentDictionary<Urn, bool> _registered = [];
    private (Registered Stack, PropertyMap Outputs)? _stack;

    /// <exception cref="RegistrationRefusedException">No such resource is registered, or its outputs already are.</exception>
    public async Task RegisterAsync(Urn urn, PropertyMap outputs)
    {
        run.ThrowIfStopped();
        var resource = run.Registered.Get(urn)
            ?? throw new RegistrationRefusedException($"outputs of '{urn}' cannot be registered: the resource is not registered");
        if (!_registered.TryAdd(urn, true))
        {
            throw new RegistrationRefusedException(
                $"outputs of '{urn}' are registered twice; call RegisterOutputs once, at the end of the component's constructor"
            );
        }

        if (resource.State.Type == Urn.StackType)
        {
            _stack = (resource, outputs);
            return;
        }

        await SetAsync(resource, outputs);
    }

    /// <summary>Stores the outputs of the stack.</summary>
    /// <returns>Outputs before and after.</returns>
    public async Task<(PropertyMap Old, PropertyMap New)> FinishAsync(bool succeeded)
    {
        var root = Urn.OfStack(run.Options.Stack, run.Options.Project);
        var old = run.Olds.All.FirstOrDefault(o => o.State.Type == Urn.StackType)?.State.Outputs ?? PropertyMap.Empty;
        if (_stack is not { } stack)
        {
            return (old, run.Registered.Get(root)?.State.Outputs ?? PropertyMap.Empty);
        }

        var outputs = succeeded ? stack.Outputs : new PropertyMap(stack.Stack.State.Outputs.Concat(stack.Outputs));
        await SetAsync(stack.Stack, outputs);
        return (old, outputs);
    }

    private async Task SetAsync(Registered resource, PropertyMap outputs)
    {
        var before = resource.State;
        var state = before with { Outputs = outputs };
        run.Registered.Set(resource with { State = state });
        if (resource.Key is { } key && !before.Outputs.Equals(outputs))
        {
            await run.Ledger.AppendAsync(new JournalEnd(run.Ledger.NextOperation()) { Put = [new(key, state)] });
        }

        run.Events.Emit(new OutputsRegistered(before, state));
    }
}
