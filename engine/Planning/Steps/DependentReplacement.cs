using Engine.Contract;
using Engine.Planning.Providers;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>
/// What else has to go when a resource is deleted before it is replaced: each resource that would itself be replaced if the properties that
/// come from it were
/// unknown. They are deleted first, dependents before what they depend on, and created again when the program registers them.
/// </summary>
internal sealed class DependentReplacement(UpdateRun run, StepRunner runner, ProviderRegistry providers, DeletionSteps deletions)
{
    /// <exception cref="StepFailedException">A protected resource would have to go, or a deletion failed.</exception>
    public async Task DeleteAsync(OldResource root)
    {
        var doomed = new List<OldResource>();
        try
        {
            await CollectAsync(root, doomed);
            await DeleteAsync(doomed);
        }
        finally
        {
            // Those that wait find out by themselves that the update has stopped.
            doomed.ForEach(d => d.Cascade!.TrySetResult());
        }
    }

    private async Task CollectAsync(OldResource root, List<OldResource> doomed)
    {
        var urns = new HashSet<Urn> { root.State.Urn };
        foreach (var dependent in run.Olds.DependentsOf(root.State.Urn))
        {
            if (
                dependent.State is { Custom: true, External: false, PendingReplacement: false }
                && !dependent.IsClaimed
                && await KeysAsync(dependent.State, urns) is { } keys
                && run.Olds.TryClaimForCascade(dependent)
            )
            {
                dependent.CascadeKeys = keys;
                doomed.Add(dependent);
                urns.Add(dependent.State.Urn);
            }
        }
    }

    private async Task DeleteAsync(List<OldResource> doomed)
    {
        var guarded = doomed.Where(d => d.State.Protect).ToList();
        if (guarded.Count > 0)
        {
            guarded.ForEach(d => runner.Fail(d.State.Urn, [DeletionSteps.ProtectedMessage(d.State)]));
            throw new StepFailedException();
        }

        foreach (var dependent in Enumerable.Reverse(doomed))
        {
            await deletions.DeleteBeforeReplaceAsync(dependent, dependent.CascadeKeys);
            dependent.Cascade!.TrySetResult();
        }
    }

    /// <summary>Why the dependent must be replaced; null when it need not.</summary>
    private async Task<IReadOnlyList<string>?> KeysAsync(ResourceState dependent, HashSet<Urn> replaced)
    {
        if (dependent.Provider is { } provider && replaced.Contains(provider.Urn))
        {
            return ["provider"];
        }

        if (dependent.DeletedWith is { } with && replaced.Contains(with))
        {
            return ["deletedWith"];
        }

        var touched = dependent.PropertyDependencies.Where(p => p.Value.Any(replaced.Contains)).Select(p => p.Key).ToHashSet();
        if (touched.Count == 0 || dependent.Provider is null)
        {
            return null;
        }

        var unknown = dependent.Inputs.Select((key, value) => touched.Contains(key) ? PropertyValue.Computed : value);
        var request = new DiffRequest(
            dependent.Urn,
            dependent.Id ?? "",
            dependent.Inputs,
            dependent.Outputs,
            unknown,
            dependent.IgnoreChanges
        )
        {
            Preview = true,
        };
        var diff = await (await providers.GetAsync(dependent.Provider)).DiffAsync(request, run.Terminated);
        return diff.IsReplace ? diff.Replaces : null;
    }
}
