using Engine.Contract;
using Engine.Events;
using Engine.Planning.Providers;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>Reads what exists into the state.</summary>
internal sealed class Refresher(UpdateRun run, StepRunner runner, ProviderRegistry providers)
{
    public Task RunAsync() =>
        Task.WhenAll(
            run.Olds.All.Where(old => !old.IsGone && !old.State.Delete && run.IsTarget(old.State.Urn)).ToList().Select(TryRefreshAsync)
        );

    /// <summary>Reads one resource; when it is gone, it leaves the state.</summary>
    /// <exception cref="StepFailedException">It could not be read.</exception>
    public async Task RefreshAsync(OldResource old)
    {
        var state = old.State;
        var step = new StepDescription(StepOp.Refresh, state.Urn, state.Type, state, state);
        await runner.RunAsync(step, async () =>
        {
            if (!state.Custom || state.IsProvider || state.Id is null || state.PendingReplacement || state.Provider is null)
            {
                return step with { Op = StepOp.Same };
            }

            var fresh = await ReadAsync(state, await providers.GetAsync(state.Provider));
            var operation = run.Ledger.NextOperation();
            if (fresh is null)
            {
                await run.Ledger.AppendAsync(new JournalEnd(operation) { Removed = [old.Key] });
                old.IsGone = true;
                return step with { Op = StepOp.Delete, New = null };
            }

            if (StateEquality.Same(state, fresh))
            {
                return step with { Op = StepOp.Same };
            }

            fresh = fresh with { Modified = DateTimeOffset.UtcNow };
            await run.Ledger.AppendAsync(new JournalEnd(operation) { Put = [new(old.Key, fresh)] });
            old.State = fresh;
            return Found(step, fresh, await CompareAsync(state, fresh));
        });
    }

    // What only the cluster's own books say otherwise (a status, a resource version) is no change: the provider tells.
    private async Task<DiffResult> CompareAsync(ResourceState state, ResourceState fresh)
    {
        var provider = await providers.GetAsync(state.Provider!);
        var request = new DiffRequest(state.Urn, state.Id!, state.Inputs, state.Outputs, fresh.Inputs, state.IgnoreChanges)
        {
            Preview = run.Preview,
        };
        return await provider.DiffAsync(request, run.Terminated);
    }

    private static StepDescription Found(StepDescription step, ResourceState fresh, DiffResult diff)
    {
        if (diff.Changes == DiffChanges.None)
        {
            return step with { Op = StepOp.Same, New = fresh };
        }

        if (diff.DetailedDiff is { Count: > 0 } details)
        {
            return step with { Op = StepOp.Update, New = fresh, DetailedDiff = details };
        }

        var state = step.Old!;
        var differences = StructuralDiff.Of(state.Outputs, fresh.Outputs).Where(d => !IsIgnored(state, d.Path)).ToList();
        return step with
        {
            Op = differences.Count == 0 ? StepOp.Same : StepOp.Update,
            New = fresh,
            DetailedDiff = differences
                .DistinctBy(d => d.Path.ToString())
                .ToDictionary(
                    d => d.Path.ToString(),
                    d => new PropertyDiff(
                        d.Old is null ? PropertyDiffKind.Add
                        : d.New is null ? PropertyDiffKind.Delete
                        : PropertyDiffKind.Update
                    )
                ),
            DiffKeys = [.. differences.Select(d => d.Path.Segments[0].Key ?? "").Distinct()],
        };
    }

    private async Task TryRefreshAsync(OldResource old)
    {
        await Task.Yield();
        try
        {
            await RefreshAsync(old);
        }
        catch (Exception e) when (e is StepFailedException or UpdateStoppedException)
        {
            // It has been shown, and the update stops or goes on without it.
        }
    }

    private async Task<ResourceState?> ReadAsync(ResourceState state, IProvider provider)
    {
        var request = new ReadRequest(state.Urn, state.Id!, state.Inputs, state.Outputs, ResourceSteps.Timeout(state.CustomTimeouts?.Read))
        {
            Preview = run.Preview,
        };
        try
        {
            return await provider.ReadAsync(request, run.Terminated) is { } read
                ? state with
                {
                    Id = read.Id,
                    Inputs = read.Inputs ?? state.Inputs,
                    Outputs = ResourceSteps.Spread(state, read.Outputs),
                    InitErrors = [],
                }
                : null;
        }
        catch (ResourceInitException e)
        {
            run.Events.Log(
                Severity.Warning,
                "the refreshed resource is not healthy:\n" + string.Join('\n', e.Reasons.Select(r => "  * " + r)),
                state.Urn
            );
            return state with
            {
                Id = e.Id,
                Inputs = e.Inputs ?? state.Inputs,
                Outputs = ResourceSteps.Spread(state, e.Outputs),
                InitErrors = e.Reasons,
            };
        }
    }

    private static bool IsIgnored(ResourceState state, PropertyPath path) =>
        path.Segments is [{ Key: { } first }, ..] && first.StartsWith("__", StringComparison.Ordinal)
        || state.IgnoreChanges.Any(ignored => PropertyPath.Parse(ignored).Contains(path));
}
