using Pulumirpc;
using BindingMessage = Pulumirpc.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>The hooks of a resource on the wire: names, by operation.</summary>
internal static class HookBindings
{
    /// <summary>Waits until the engine knows the hooks: a resource may not name one before.</summary>
    public static async Task<BindingMessage> ToMessageAsync(ResourceHookBinding hooks)
    {
        await Task.WhenAll(hooks.Registrations).ConfigureAwait(false);
        return new()
        {
            BeforeCreate = { Names(hooks.BeforeCreate) },
            AfterCreate = { Names(hooks.AfterCreate) },
            BeforeUpdate = { Names(hooks.BeforeUpdate) },
            AfterUpdate = { Names(hooks.AfterUpdate) },
            BeforeDelete = { Names(hooks.BeforeDelete) },
            AfterDelete = { Names(hooks.AfterDelete) },
            OnError = { hooks.OnError.Select(hook => hook.Name) },
        };
    }

    public static ResourceHookBinding FromMessage(BindingMessage? message) =>
        message is null
            ? new()
            : new()
            {
                BeforeCreate = Hooks(message.BeforeCreate),
                AfterCreate = Hooks(message.AfterCreate),
                BeforeUpdate = Hooks(message.BeforeUpdate),
                AfterUpdate = Hooks(message.AfterUpdate),
                BeforeDelete = Hooks(message.BeforeDelete),
                AfterDelete = Hooks(message.AfterDelete),
            };

    private static IEnumerable<string> Names(List<ResourceHook> hooks) => hooks.Select(hook => hook.Name);

    private static List<ResourceHook> Hooks(IEnumerable<string> names) => names.Select(ResourceHook (name) => new NamedHook(name)).ToList();

    /// <summary>A hook that the engine named; what it calls is known where it was registered.</summary>
    private sealed class NamedHook(string name) : ResourceHook(name, (_, _) => Task.CompletedTask, new(), Task.CompletedTask);
}
