using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Errors;
using Engine.Events;
using Engine.Execution;
using Engine.Masking;
using Engine.Planning;
using Engine.State;

namespace Engine.Since;

/// <summary>What a program wants when there is nothing yet: taken as applied, the state that a later plan is compared with.</summary>
internal static class PastPlan
{
    /// <summary>Stands for the id of a provider that was planned: a new one has none, and so is told from it.</summary>
    private const string PlannedId = "planned";

    /// <summary>Of what a program printed before it failed.</summary>
    private const int LinesShown = 10;

    /// <param name="options">A preview of the stack as it was.</param>
    /// <param name="providers">Check what it registers.</param>
    /// <param name="program">As it was.</param>
    /// <param name="printed">What the program has printed so far.</param>
    /// <param name="secrets">Learns the secrets that the program sends.</param>
    /// <exception cref="UserErrorException">The program refuses, or ends badly.</exception>
    public static async Task<Snapshot> MakeAsync(
        UpdateOptions options,
        IProviderFactory providers,
        IProgramRunner program,
        IEnumerable<string> printed,
        KnownSecrets secrets,
        CancellationToken cancel
    )
    {
        var errors = new ConcurrentQueue<UserError>();
        void Handle(EngineEvent item)
        {
            if (item is Diagnostic { Severity: Severity.Error } diagnostic)
            {
                var lines = diagnostic.Message.TrimEnd().Split('\n');
                errors.Enqueue(new UserError(lines[0].TrimEnd(), null, [.. lines[1..].Select(line => line.Trim())]));
            }
        }

        var executor = new UpdateExecutor(providers, null, Handle, secrets);
        var result = await executor.RunAsync(options, Task.FromResult(Snapshot.Empty), program, cancel, CancellationToken.None);
        if (!result.Succeeded)
        {
            cancel.ThrowIfCancellationRequested();
            throw new UserErrorException([
                .. errors.DistinctBy(e => e.Message),
                .. printed.TakeLast(LinesShown).Select(line => new UserError("it printed: " + line)),
            ]);
        }

        return result.Snapshot with
        {
            Resources = [.. result.Snapshot.Resources.Select(AsApplied)],
        };
    }

    private static ResourceState AsApplied(ResourceState state) =>
        state with
        {
            Id = state.IsProvider ? state.Id ?? PlannedId : state.Id,
            Provider = state.Provider is { Id: null } provider ? provider with { Id = PlannedId } : state.Provider,
        };
}
