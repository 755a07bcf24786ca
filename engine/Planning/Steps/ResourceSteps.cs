using Engine.Contract;
using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>The steps that end with a resource in the state: same, create, update, and the new half of a replacement.</summary>
internal sealed class ResourceSteps(UpdateRun run, StepRunner runner)
{
    /// <summary>Nothing to do with the object; the state takes the new inputs and options.</summary>
    public async Task<StepResult> SameAsync(StepSubject subject)
    {
        var old = subject.Old!;
        var state = subject.State with
        {
            Id = old.State.Id,
            Outputs = old.State.Outputs,
            Created = old.State.Created,
            Modified = old.State.Modified,
            ImportId = subject.State.ImportId ?? old.State.ImportId,
            SourcePosition = old.State.SourcePosition,
            InitErrors = old.State.InitErrors,
        };
        var operation = run.Ledger.NextOperation();
        var unchanged = old.Key.IsBase && StateEquality.Same(old.State, state);
        state = unchanged ? old.State : state;
        await runner.RunAsync(Describe(StepOp.Same, subject, old.State, state), async () =>
        {
            await run.Ledger.AppendAsync(
                unchanged
                    ? new JournalEnd(operation) { Kept = (int)old.Key.Number }
                    : new JournalEnd(operation)
                    {
                        Put = [new(EntryKey.New(operation), state)],
                        Removed = [old.Key],
                        Renamed = subject.Renamed,
                    }
            );
            old.IsGone = true;
            return Describe(StepOp.Same, subject, old.State, state);
        });
        return new StepResult(state, EntryKey.New(operation));
    }

    /// <param name="subject">What to create.</param>
    /// <param name="op">Create, or the new half of a replacement.</param>
    /// <param name="keepOld">True when the old object is still there and is deleted at the end.</param>
    public async Task<StepResult> CreateAsync(StepSubject subject, StepOp op, bool keepOld)
    {
        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        var now = DateTimeOffset.UtcNow;
        var state = subject.State with { Created = now, Modified = now };
        var old = subject.Old;
        await runner.RunAsync(Describe(op, subject, old?.State, state), async () =>
        {
            if (state.Custom)
            {
                await run.Ledger.AppendAsync(new JournalBegin(operation, new PendingOperation(OperationType.Creating, state)));
                try
                {
                    var request = new CreateRequest(state.Urn, state.Inputs, Timeout(state.CustomTimeouts?.Create), run.Preview);
                    var created = await subject.Provider.CreateAsync(request, run.Terminated);
                    if (string.IsNullOrEmpty(created.Id) && !run.Preview)
                    {
                        throw new ProviderException("the provider created the resource but gave it no id: this is a fault of the provider");
                    }

                    state = state with { Id = created.Id, Outputs = Spread(state, created.Outputs) };
                }
                catch (ResourceInitException e)
                {
                    state = Partial(state, e);
                    await EndAsync();
                    throw;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    await run.Ledger.AppendAsync(new JournalEnd(operation));
                    throw;
                }
            }

            await EndAsync();
            return Describe(op, subject, old?.State, state);
        });
        return new StepResult(state, key) { Replaced = op == StepOp.CreateReplacement };

        async Task EndAsync()
        {
            var outgoing = keepOld ? old : null;
            if (outgoing is not null)
            {
                outgoing.State = outgoing.State with { Delete = true };
                outgoing.IsSucceeded = true;
            }

            await run.Ledger.AppendAsync(
                new JournalEnd(operation)
                {
                    Put = outgoing is null ? [new(key, state)] : [new(outgoing.Key, outgoing.State), new(key, state)],
                    Removed = old is not null && outgoing is null ? [old.Key] : [],
                    Renamed = subject.Renamed,
                }
            );
            if (old is not null)
            {
                old.IsGone = outgoing is null;
            }
        }
    }

    public async Task<StepResult> UpdateAsync(StepSubject subject)
    {
        var operation = run.Ledger.NextOperation();
        var key = EntryKey.New(operation);
        var old = subject.Old!;
        var state = subject.State with
        {
            Id = old.State.Id,
            Outputs = old.State.Outputs,
            Created = old.State.Created,
            Modified = DateTimeOffset.UtcNow,
            ImportId = subject.State.ImportId ?? old.State.ImportId,
        };
        await runner.RunAsync(Describe(StepOp.Update, subject, old.State, state), async () =>
        {
            if (state.Custom)
            {
                await run.Ledger.AppendAsync(new JournalBegin(operation, new PendingOperation(OperationType.Updating, state)));
                try
                {
                    var request = new UpdateRequest(
                        state.Urn,
                        state.Id ?? "",
                        old.State.Inputs,
                        old.State.Outputs,
                        state.Inputs,
                        state.IgnoreChanges,
                        Timeout(state.CustomTimeouts?.Update),
                        run.Preview
                    );
                    state = state with { Outputs = Spread(state, await subject.Provider.UpdateAsync(request, run.Terminated)) };
                }
                catch (ResourceInitException e)
                {
                    state = Partial(state with { Inputs = old.State.Inputs }, e);
                    await EndAsync();
                    throw;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    await run.Ledger.AppendAsync(new JournalEnd(operation));
                    throw;
                }
            }

            await EndAsync();
            return Describe(StepOp.Update, subject, old.State, state);
        });
        return new StepResult(state, key);

        async Task EndAsync()
        {
            await run.Ledger.AppendAsync(
                new JournalEnd(operation)
                {
                    Put = [new(key, state)],
                    Removed = [old.Key],
                    Renamed = subject.Renamed,
                }
            );
            old.IsGone = true;
        }
    }

    /// <summary>The logical step that stands for a whole replacement; nothing is done in it.</summary>
    public Task ReplaceAsync(StepSubject subject)
    {
        var step = Describe(StepOp.Replace, subject, subject.Old?.State, subject.State);
        return runner.RunAsync(step, () => Task.FromResult(step));
    }

    public static TimeSpan? Timeout(double? seconds) => seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : null;

    public static PropertyMap Spread(ResourceState state, PropertyMap outputs) =>
        SecretValues.Spread(state.Inputs, outputs, state.AdditionalSecretOutputs);

    private static ResourceState Partial(ResourceState state, ResourceInitException e) =>
        state with
        {
            Id = e.Id,
            Inputs = e.Inputs ?? state.Inputs,
            Outputs = Spread(state, e.Outputs),
            InitErrors = e.Reasons,
        };

    private static StepDescription Describe(StepOp op, StepSubject subject, ResourceState? old, ResourceState now) =>
        new(op, now.Urn, now.Type, old, now)
        {
            ReplaceKeys = subject.Change.ReplaceKeys,
            DiffKeys = subject.Change.DiffKeys,
            DetailedDiff = subject.Change.DetailedDiff,
            Logical = op != StepOp.CreateReplacement,
        };
}
