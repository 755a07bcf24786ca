using Engine.Contract;
using Engine.Events;
using Engine.Planning.Providers;
using Engine.State;

namespace Engine.Planning.Steps;

/// <summary>The steps that end with a resource gone.</summary>
internal sealed class DeletionSteps(UpdateRun run, StepRunner runner, ProviderRegistry providers)
{
    /// <summary>Deletes the object and drops the resource from the state.</summary>
    /// <param name="old">The resource.</param>
    /// <param name="op">Delete, or the old half of a replacement, or one of the steps that only forget.</param>
    /// <param name="isDeletedWith">True when another deletion takes the object along.</param>
    public async Task DeleteAsync(OldResource old, StepOp op, bool isDeletedWith)
    {
        var operation = run.Ledger.NextOperation();
        var step = Describe(old, op);
        await runner.RunAsync(step, async () =>
        {
            var needsProvider = op is StepOp.Delete or StepOp.DeleteReplaced && !isDeletedWith;
            await EndAsync(operation, old, needsProvider, new JournalEnd(operation) { Removed = [old.Key] });
            old.IsGone = true;
            return step;
        });
    }

    /// <summary>Deletes the object ahead of its replacement; the resource stays in the state, marked, until its successor is
    /// there.</summary>
    public async Task DeleteBeforeReplaceAsync(OldResource old, IReadOnlyList<string> keys)
    {
        var operation = run.Ledger.NextOperation();
        var step = Describe(old, StepOp.DeleteReplaced) with { ReplaceKeys = keys, Logical = false };
        await runner.RunAsync(step, async () =>
        {
            var marked = old.State with { PendingReplacement = true };
            await EndAsync(operation, old, needsProvider: true, new JournalEnd(operation) { Put = [new(old.Key, marked)] });
            old.State = marked;
            return step;
        });
    }

    /// <summary>What is said when a protected resource would be deleted, or replaced.</summary>
    public static string ProtectedMessage(ResourceState state, string fate = "deleted") =>
        $"""
            resource "{state.Urn}" cannot be {fate}
            because it is protected. To unprotect it, take `protect: true` out of the program and run `up`, or run `pulumi state unprotect '{state.Urn}'`
            """;

    private async Task EndAsync(long operation, OldResource old, bool needsProvider, JournalEnd end)
    {
        var state = old.State;
        if (!needsProvider || run.Preview || !state.Custom || state.External || state.RetainOnDelete || state.Id is null)
        {
            await run.Ledger.AppendAsync(end);
            return;
        }

        await run.Ledger.AppendAsync(new JournalBegin(operation, new PendingOperation(OperationType.Deleting, state)));
        try
        {
            // A provider resource has nothing behind it that could be deleted.
            if (!state.IsProvider)
            {
                var provider = await providers.GetAsync(
                    state.Provider ?? throw new ProviderException("the state does not say which provider manages this resource")
                );
                if (provider.PreviewOnly)
                {
                    run.RefuseUnlessPreview(ProviderTypes.PackageOf(state.Type));
                }

                var request = new DeleteRequest(
                    state.Urn,
                    state.Id,
                    state.Inputs,
                    state.Outputs,
                    ResourceSteps.Timeout(state.CustomTimeouts?.Delete)
                );
                await provider.DeleteAsync(request, run.Terminated);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await run.Ledger.AppendAsync(new JournalEnd(operation));
            throw;
        }

        await run.Ledger.AppendAsync(end);
    }

    private static StepDescription Describe(OldResource old, StepOp op) =>
        new(op, old.State.Urn, old.State.Type, old.State, null) { Logical = !old.IsSucceeded };
}
