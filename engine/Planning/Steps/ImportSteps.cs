using Engine.Contract;
using Engine.Events;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>The steps that take what exists outside into the state: the option <c>import</c>, and resources that are only read.</summary>
internal sealed class ImportSteps(UpdateRun run, StepRunner runner)
{
    /// <summary>Takes an object under management. Differences from the program's inputs are the next step's.</summary>
    public async Task<OldResource> ImportAsync(ResourceState state, string id, IProvider provider, OldResource? old)
    {
        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        var now = DateTimeOffset.UtcNow;
        state = state with { ImportId = id, Id = id, Created = now, Modified = now };
        var step = new StepDescription(old is null ? StepOp.Import : StepOp.ImportReplacement, state.Urn, state.Type, old?.State, state);
        await runner.RunAsync(step, async () =>
        {
            var request = new ReadRequest(
                state.Urn,
                id,
                PropertyMap.Empty,
                PropertyMap.Empty,
                ResourceSteps.Timeout(state.CustomTimeouts?.Read)
            )
            {
                Preview = run.Preview,
            };
            var read = await provider.ReadAsync(request, run.Terminated)
                ?? throw new ProviderException(
                    $"import: there is no {state.Type} with the id '{id}'; check the id, and the provider's configuration"
                );
            state = state with
            {
                Id = read.Id,
                Inputs = read.Inputs ?? throw new ProviderException($"import: the provider cannot tell the inputs of {state.Type} '{id}'"),
                Outputs = ResourceSteps.Spread(state, read.Outputs),
            };
            await run.Ledger.AppendAsync(new JournalEnd(operation) { Put = [new(key, state)], Removed = old is null ? [] : [old.Key] });
            return step with { New = state };
        });
        if (old is not null)
        {
            old.IsGone = true;
        }

        run.Olds.Adopt(key, state);
        return run.Olds.Claim([state.Urn])!;
    }

    /// <summary>Reads an object that stays unmanaged.</summary>
    public async Task<StepResult> ReadAsync(ResourceState state, ReadGoal goal, IProvider provider, OldResource? old)
    {
        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        var op = old is null || old.State.External ? StepOp.Read : StepOp.ReadReplacement;
        await runner.RunAsync(new StepDescription(op, state.Urn, state.Type, old?.State, state), async () =>
        {
            if (goal.Id is { } id)
            {
                var request = new ReadRequest(state.Urn, id, goal.Inputs, goal.Inputs, null) { Preview = run.Preview };
                var read = await provider.ReadAsync(request, run.Terminated)
                    ?? throw new ProviderException($"read: there is no {state.Type} with the id '{id}'");
                state = state with
                {
                    Id = read.Id,
                    Inputs = read.Inputs ?? goal.Inputs,
                    Outputs = ResourceSteps.Spread(state, read.Outputs),
                };
            }

            var isManaged = op == StepOp.ReadReplacement;
            if (isManaged)
            {
                old!.State = old.State with { Delete = true };
            }

            var created = old is { State.External: true } ? old.State.Created : DateTimeOffset.UtcNow;
            state = state with { Created = created, Modified = old is { State.External: true } ? old.State.Modified : created };
            await run.Ledger.AppendAsync(
                old is { Key.IsBase: true } && StateEquality.Same(old.State, state)
                    ? new JournalEnd(operation) { Kept = (int)old.Key.Number }
                : isManaged ? new JournalEnd(operation) { Put = [new(old!.Key, old.State), new(key, state)] }
                : new JournalEnd(operation) { Put = [new(key, state)], Removed = old is null ? [] : [old.Key] }
            );
            if (old is not null)
            {
                old.IsGone = !isManaged;
            }

            return new StepDescription(op, state.Urn, state.Type, old?.State, state);
        });
        return new StepResult(state, key);
    }
}
