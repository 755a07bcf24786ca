using Engine.Backend;
using Engine.Display;
using Engine.Events;
using Engine.Execution;
using Engine.Masking;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>Gets everything ready for an update; what can go on side by side does: the build check, the key, the state.</summary>
internal static class UpdateOpening
{
    /// <param name="stack">The stack.</param>
    /// <param name="inputs">What is asked.</param>
    /// <param name="load">Loads the state.</param>
    /// <param name="progress">Is told when something takes long.</param>
    public static async Task<OpenedUpdate> OpenAsync(
        StackContext stack,
        UpdateInputs inputs,
        Func<StoredState> load,
        Screen progress,
        CancellationToken cancel
    )
    {
        var state = Task.Run(load, CancellationToken.None);
        var needsProgram = inputs.Kind == UpdateKind.Up;
        var build = needsProgram
            ? Task.Run(
                () => ProgramBuild.EnsureAsync(stack.Project, file => progress.Line($"building {file} …", Tone.Muted), cancel),
                CancellationToken.None
            )
            : Task.FromResult("");
        var config = StackConfig.Resolve(stack.Project, stack.File, stack.Name, stack.Secrets.Crypter);
        var file = await build;
        return new OpenedUpdate(
            stack,
            inputs.Options with
            {
                Project = stack.Project.Name,
                Stack = stack.Name,
                ProgramDirectory = stack.Project.ProgramDirectory,
                Config = config,
            },
            state,
            needsProgram ? file : null
        )
        {
            HasBasis = stack.Store is not null || inputs.Against is not null || inputs.Since is not null,
            Notes = [.. Notes(stack, inputs, config)],
        };
    }

    private static IEnumerable<string> Notes(StackContext stack, UpdateInputs inputs, IReadOnlyDictionary<string, ConfigValue> config)
    {
        var unread = config.Count(c => c.Value.IsUnreadable);
        if (unread > 0)
        {
            yield return $"{unread} {(unread == 1 ? "secret" : "secrets")} cannot be read here ({stack.Secrets.Type}): taken as unchanged";
        }

        var tooShort = config.Where(c => c.Value is { IsSecret: true, IsUnreadable: false } && KnownSecrets.IsTooShort(c.Value.Text));
        foreach (var key in tooShort.Select(c => c.Key).Order(StringComparer.Ordinal))
        {
            yield return $"the secret {key} is too short to be masked where a program or a provider prints it";
        }

        if (inputs.Against is not null)
        {
            yield return $"against {inputs.Against}, not the stack's state";
        }
        else if (stack.Store is null && inputs.Since is null)
        {
            yield return "the state is not at hand here: everything is shown as new, effects are not known";
        }
    }
}
