using Engine.Backend;
using Engine.Display;
using Engine.Events;
using Engine.Execution;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>Gets everything ready for an update; what can go on side by side does: the build check, the key, the state.</summary>
internal static class UpdateOpening
{
    /// <param name="stack">The stack.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="basis">What it is compared with.</param>
    /// <param name="load">Loads the state.</param>
    /// <param name="progress">Is told when something takes long.</param>
    public static async Task<OpenedUpdate> OpenAsync(
        StackContext stack,
        PlanOptions plan,
        PreviewBasis basis,
        Func<StoredState> load,
        Screen progress,
        CancellationToken cancel
    )
    {
        var state = Task.Run(load, CancellationToken.None);
        var build =
            plan.Kind == UpdateKind.Up
                ? Task.Run<string?>(
                    async () =>
                        await ProgramBuild.EnsureAsync(stack.Project, file => progress.Line($"building {file} …", Tone.Muted), cancel),
                    CancellationToken.None
                )
                : Task.FromResult<string?>(null);
        var config = StackConfig.Resolve(stack.Project, stack.File, stack.Name, stack.Secrets.Crypter);
        var file = await build;
        return new OpenedUpdate(stack, plan.For(stack, config), state, file)
        {
            HasBasis = stack.Store is not null || basis is not PreviewBasis.OwnState,
            Notes = [.. Notes(stack, basis, config)],
        };
    }

    private static IEnumerable<string> Notes(StackContext stack, PreviewBasis basis, IReadOnlyDictionary<string, ConfigValue> config)
    {
        var unread = config.Count(c => c.Value.IsUnreadable);
        if (unread > 0)
        {
            yield return $"{unread} {(unread == 1 ? "secret" : "secrets")} cannot be read here ({stack.Secrets.Type}): taken as unchanged";
        }

        if (basis is PreviewBasis.Export exported)
        {
            yield return $"against {exported.File}, not the stack's state";
        }
        else if (stack.Store is null && basis is PreviewBasis.OwnState)
        {
            yield return "the state is not at hand here: everything is shown as new, effects are not known";
        }
    }
}
