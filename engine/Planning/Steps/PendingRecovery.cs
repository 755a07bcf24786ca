using Engine.Contract;
using Engine.Planning.Providers;
using Engine.State;

namespace Engine.Planning.Steps;

/// <summary>
/// Settles the operations that an earlier run began and whose end it did not see, because it was killed. An object that was being created
/// is looked for and
/// adopted; one that was being updated or deleted is read.
/// </summary>
internal sealed class PendingRecovery(UpdateRun run, ProviderRegistry providers, Refresher refresher)
{
    public async Task RunAsync(IReadOnlyList<PendingOperation> pending)
    {
        foreach (var operation in pending)
        {
            try
            {
                await SettleAsync(operation);
            }
            catch (ProviderException e)
            {
                run.Events.Log(
                    Severity.Warning,
                    $"an earlier run was stopped while {operation.Type.ToString().ToLowerInvariant()} this resource, and what came of "
                        + $"it cannot be found out ({e.Message}); "
                        + "check it, then run refresh --clear-pending-creates",
                    operation.Resource.Urn
                );
            }
        }
    }

    private async Task SettleAsync(PendingOperation operation)
    {
        var state = operation.Resource;
        var old = run.Olds.Find(state.Urn);
        switch (operation.Type)
        {
            case OperationType.Creating when run.Options.ClearPendingCreates:
            case OperationType.Reading:
                await SettledAsync(state);
                break;
            case OperationType.Creating when old is null or { State.PendingReplacement: true } && state.Provider is not null:
                await AdoptAsync(state, old);
                break;
            case OperationType.Creating when old is not null && state.Provider is not null:
                await AdoptAsReplacementAsync(state, old);
                break;
            case OperationType.Updating or OperationType.Deleting when old is not null && !state.Delete && state.Provider is not null:
                await refresher.RefreshAsync(old);
                await SettledAsync(state);
                break;
            default:
                await SettledAsync(state);
                break;
        }
    }

    private async Task AdoptAsync(ResourceState state, OldResource? old)
    {
        if (await FindAsync(state) is not { } adopted)
        {
            await SettledAsync(state);
            return;
        }

        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        await run.Ledger.AppendAsync(
            new JournalEnd(operation)
            {
                Put = [new(key, adopted)],
                Removed = old is null ? [] : [old.Key],
                SettlesPending = state.Urn,
            }
        );
        if (old is not null)
        {
            old.IsGone = true;
        }

        TakeOver(key, adopted);
    }

    /// <summary>The new half of a replacement was made and the old half is still there: the new one is live, the old one to be
    /// deleted.</summary>
    private async Task AdoptAsReplacementAsync(ResourceState state, OldResource old)
    {
        if (await FindAsync(state) is not { } adopted || adopted.Id == old.State.Id)
        {
            await SettledAsync(state);
            return;
        }

        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        old.State = old.State with { Delete = true };
        await run.Ledger.AppendAsync(
            new JournalEnd(operation) { Put = [new(old.Key, old.State), new(key, adopted)], SettlesPending = state.Urn }
        );
        TakeOver(key, adopted);
    }

    private void TakeOver(EntryKey key, ResourceState adopted)
    {
        run.Olds.Adopt(key, adopted);
        run.Events.Log(Severity.Info, "an earlier run was stopped while creating this resource; it exists, and is taken over", adopted.Urn);
    }

    private async Task<ResourceState?> FindAsync(ResourceState state)
    {
        var provider = await providers.GetAsync(state.Provider!);
        try
        {
            return await provider.AdoptAsync(new AdoptRequest(state.Urn, state.Inputs), run.Terminated) is { } found
                ? state with
                {
                    Id = found.Id,
                    Inputs = found.Inputs ?? state.Inputs,
                    Outputs = ResourceSteps.Spread(state, found.Outputs),
                }
                : null;
        }
        catch (ResourceInitException e)
        {
            // It is there, but not ready: the update waits for it.
            return state with
            {
                Id = e.Id,
                Inputs = e.Inputs ?? state.Inputs,
                Outputs = ResourceSteps.Spread(state, e.Outputs),
                InitErrors = e.Reasons,
            };
        }
    }

    private ValueTask SettledAsync(ResourceState state) =>
        run.Ledger.AppendAsync(new JournalEnd(run.Ledger.NextOperation()) { SettlesPending = state.Urn });
}
