using System.Security.Cryptography;
using Engine.Contract;
using Engine.Events;
using Engine.Planning.Changes;
using Engine.Planning.Providers;
using Engine.Planning.Steps;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>Registers what a provider manages: finds the old resource, has the inputs checked, decides, and runs the steps.</summary>
internal sealed class CustomResources
{
    private readonly UpdateRun _run;
    private readonly StepRunner _runner;
    private readonly ResourceSteps _steps;
    private readonly DeletionSteps _deletions;
    private readonly DependentReplacement _dependents;
    private readonly ChangeDetection _changes;
    private readonly ProviderRegistry _registry;
    private readonly ProviderResolver _resolver;
    private readonly ImportSteps _imports;

    public CustomResources(UpdateRun run, StepRunner runner, ProviderRegistry registry, DeletionSteps deletions, ProviderResolver resolver)
    {
        (_run, _runner, _registry, _deletions, _resolver) = (run, runner, registry, deletions, resolver);
        _steps = new ResourceSteps(run, runner);
        _dependents = new DependentReplacement(run, runner, registry, deletions);
        _changes = new ChangeDetection(run);
        _imports = new ImportSteps(run, runner);
    }

    /// <returns>The resource after its steps; without an entry in the state when a target list left its creation out.</returns>
    /// <exception cref="StepFailedException">It has failed, and that is shown.</exception>
    /// <exception cref="ProviderException">It has failed; the message says why.</exception>
    public async Task<(StepSubject Subject, StepResult Result)> RegisterAsync(
        ResourceGoal goal,
        Urn urn,
        Registered? parent,
        IEnumerable<Urn> names
    )
    {
        ProviderReference? reference = null;
        IProvider provider;
        ProviderResource? own = null;
        if (goal.IsProvider)
        {
            provider = own = new ProviderResource(await _registry.LoadAsync(goal.Package, goal.Version), _run.Preview);
            goal = goal with { Inputs = WithVersion(goal) };
        }
        else
        {
            (reference, provider) = await _resolver.ResolveAsync(
                goal.Package,
                goal.Provider,
                goal.Parent,
                goal.Version,
                goal.PluginDownloadUrl
            );
        }

        var old = _run.Olds.Claim(names);
        if (old?.Cascade is { } cascade)
        {
            await cascade.Task;
            _run.ThrowIfStopped();
        }

        var state = GoalState.Of(goal, urn, parent, reference);
        if (!goal.IsProvider && !_run.IsTarget(urn))
        {
            return await KeepUntargetedAsync(state, old, provider);
        }

        if (goal.ImportId is { } importId && (old is null || old.State.External || (old.State.ImportId ?? old.State.Id) != importId))
        {
            old = await _imports.ImportAsync(state, importId, provider, old);
        }

        var seed = RandomNumberGenerator.GetBytes(32);
        var oldInputs = old?.State.Inputs ?? PropertyMap.Empty;
        var news = old is null ? goal.Inputs : IgnoredChanges.Apply(goal.Inputs, oldInputs, goal.IgnoreChanges);
        var fresh = old is null || old.State.External || old.State.PendingReplacement || _run.MustReplace(urn);
        var subject = new StepSubject(
            state with
            {
                Inputs = await CheckAsync(urn, provider, fresh ? PropertyMap.Empty : oldInputs, news, seed),
            },
            old,
            provider
        );
        subject = subject with { Change = await DecideAsync(goal, subject) };
        if (provider.PreviewOnly && !(subject.Change.Kind == ChangeKind.Same && old is not null))
        {
            _run.RefuseUnlessPreview(goal.Package);
        }

        var result = await RunStepsAsync(goal, subject, news, seed);
        if (own is not null)
        {
            await own.ConfigureAsync(new ConfigureRequest(urn, result.State.Inputs), _run.Terminated);
            _registry.Register(new ProviderReference(urn, result.State.Id), own.Serving);
        }

        return (subject, result);
    }

    private Task<Change> DecideAsync(ResourceGoal goal, StepSubject subject) =>
        subject.Old switch
        {
            null => Task.FromResult(Change.Same),
            { State.PendingReplacement: true } recreated => Task.FromResult(Change.Replace([.. recreated.CascadeKeys])),
            { State.External: true } => Task.FromResult(Change.Replace()),
            var old => _changes.OfCustomAsync(goal, old.State, subject.State, subject.Provider),
        };

    private async Task<StepResult> RunStepsAsync(ResourceGoal goal, StepSubject subject, PropertyMap news, byte[] seed)
    {
        switch (subject)
        {
            case { Old: null }:
                return await _steps.CreateAsync(subject, StepOp.Create, keepOld: false);
            case { Change.Kind: ChangeKind.Same }:
                return await _steps.SameAsync(subject);
            case { Change.Kind: ChangeKind.Update }:
                return await _steps.UpdateAsync(subject);
            case { Old.State: { PendingReplacement: true } or { External: true } }:
                await _steps.ReplaceAsync(subject);
                return await _steps.CreateAsync(subject, StepOp.CreateReplacement, keepOld: false);
        }

        var old = subject.Old;
        if (goal.ImportId is not null)
        {
            throw new ProviderException(
                "a previously imported resource that still gives its import id may not be replaced; take the `import` option out of the "
                    + "program"
            );
        }

        if (old.State.Protect)
        {
            throw new ProviderException(DeletionSteps.ProtectedMessage(old.State, "replaced"));
        }

        subject = subject with
        {
            State = subject.State with { Inputs = await CheckAsync(subject.State.Urn, subject.Provider, PropertyMap.Empty, news, seed) },
        };
        if (goal.DeleteBeforeReplace ?? subject.Change.DeleteBeforeReplace)
        {
            await _dependents.DeleteAsync(old);
            await _deletions.DeleteBeforeReplaceAsync(old, subject.Change.ReplaceKeys);
            await _steps.ReplaceAsync(subject);
            return await _steps.CreateAsync(subject, StepOp.CreateReplacement, keepOld: false);
        }

        var result = await _steps.CreateAsync(subject, StepOp.CreateReplacement, keepOld: true);
        await _steps.ReplaceAsync(subject);
        return result;
    }

    private async Task<PropertyMap> CheckAsync(Urn urn, IProvider provider, PropertyMap olds, PropertyMap news, byte[] seed)
    {
        var check = await provider.CheckAsync(new CheckRequest(urn, olds, news, seed) { Preview = _run.Preview }, _run.Terminated);
        if (check.Failures.Count > 0)
        {
            _runner.Fail(
                urn,
                check.Failures.Select(f => $"{urn.Type} '{urn.Name}': " + (f.Property.Length > 0 ? $"{f.Property}: {f.Reason}" : f.Reason))
            );
            throw new StepFailedException();
        }

        return check.Inputs;
    }

    private async Task<(StepSubject Subject, StepResult Result)> KeepUntargetedAsync(
        ResourceState state,
        OldResource? old,
        IProvider provider
    )
    {
        if (old is null)
        {
            return (new StepSubject(state, null, provider), new StepResult(state, null));
        }

        var kept = new StepSubject(old.State with { Urn = state.Urn, Parent = state.Parent }, old, provider);
        return (kept, await _steps.SameAsync(kept));
    }

    /// <summary>As the real engine stores it: what it notes for itself stands in a member of its own, which is empty for a provider that is
    /// found by its version.</summary>
    private static PropertyMap WithVersion(ResourceGoal goal)
    {
        var notes = goal.PluginDownloadUrl is { } url ? PropertyMap.Of(("pluginDownloadURL", url)) : PropertyMap.Empty;
        return goal.Version is { } version ? goal.Inputs.With("version", version).With("__internal", notes)
            : notes.Count > 0 ? goal.Inputs.With("__internal", notes)
            : goal.Inputs;
    }
}
