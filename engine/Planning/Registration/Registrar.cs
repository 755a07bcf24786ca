using System.Security.Cryptography;
using Engine.Planning.Changes;
using Engine.Planning.Providers;
using Engine.Planning.Steps;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>Takes what the program registers to its place: finds the old resource, checks the inputs, decides, and runs the steps.</summary>
internal sealed class Registrar
{
    private readonly UpdateRun _run;
    private readonly StepRunner _runner;
    private readonly ResourceSteps _steps;
    private readonly DeletionSteps _deletions;
    private readonly DependentReplacement _dependents;
    private readonly ChangeDetection _changes;
    private readonly ProviderRegistry _registry;
    private readonly ImportSteps _imports;

    public Registrar(UpdateRun run, StepRunner runner, ProviderRegistry registry, DeletionSteps deletions)
    {
        (_run, _runner, _registry, _deletions) = (run, runner, registry, deletions);
        _steps = new ResourceSteps(run, runner);
        _dependents = new DependentReplacement(run, runner, registry, deletions);
        _changes = new ChangeDetection(run);
        _imports = new ImportSteps(run, runner);
        Resolver = new ProviderResolver(run, registry, goal => RegisterAsync(goal));
    }

    public ProviderResolver Resolver { get; }

    /// <param name="goal">What the program wants.</param>
    /// <param name="monitorAddress">Where the inside of remote components is registered.</param>
    /// <exception cref="RegistrationRefusedException">The request cannot be.</exception>
    /// <exception cref="UpdateStoppedException">This or another step has failed, or the update was cancelled.</exception>
    public async Task<RegistrationResult> RegisterAsync(ResourceGoal goal, string monitorAddress = "")
    {
        _run.ThrowIfStopped();
        _run.ThrowIfClosed(goal.Name);
        var parent = goal.Parent is { } p
            ? _run.Registered.Get(p) ?? throw new RegistrationRefusedException($"resource '{goal.Name}' ({goal.Type}): its parent '{p}' is not registered; register the parent first")
            : null;
        var urn = Urn.Create(_run.Options.Stack, _run.Options.Project, goal.Parent, goal.Type, goal.Name);
        if (goal.Remote)
        {
            return await ConstructAsync(goal, urn, parent, monitorAddress);
        }

        if (!_run.Registered.TryReserve(urn))
        {
            throw new RegistrationRefusedException(
                $"two resources have the URN '{urn}'; give one of the two another name (children of two components of one type need different names too)");
        }

        if (Blocker(goal, parent) is { } blocker)
        {
            return Unsuccessful(goal, urn, parent, RegistrationOutcome.Skip, $"skipped: it depends on '{blocker.Name}', which has failed or was skipped");
        }

        try
        {
            var names = AliasResolution.Names(goal, urn, parent);
            return await (goal.Custom ? RegisterCustomAsync(goal, urn, parent, names) : RegisterComponentAsync(goal, urn, parent, names));
        }
        catch (Exception e) when (e is ProviderException or FormatException)
        {
            _runner.Fail(urn, [e.Message]);
            return Failed(goal, urn, parent);
        }
        catch (StepFailedException)
        {
            return Failed(goal, urn, parent);
        }
    }

    /// <summary>A component of a package: its provider makes it, and registers its inside itself, or has nothing but outputs to show for it.</summary>
    private async Task<RegistrationResult> ConstructAsync(ResourceGoal goal, Urn urn, Registered? parent, string monitorAddress)
    {
        try
        {
            var (_, provider) = await Resolver.ResolveAsync(goal.Package, goal.Provider, goal.Parent, goal.Version, goal.PluginDownloadUrl);
            if (provider.PreviewOnly)
            {
                RefuseUnlessPreview(goal);
            }

            var request = new ConstructRequest(
                urn, goal.Type, goal.Name, goal.Parent, goal.Inputs, goal.PropertyDependencies ?? new Dictionary<string, IReadOnlyList<Urn>>(), monitorAddress, _run.Preview)
            {
                Providers = goal.Providers,
            };
            var made = await provider.ConstructAsync(request, _run.Terminated);
            if (!made.IsOpaque)
            {
                var inside = _run.Registered.Get(made.Urn) ?? throw new ProviderException($"the provider made '{made.Urn}' but did not register it");
                return new RegistrationResult(RegistrationOutcome.Success, inside.State with { Outputs = made.State }) { OutputDependencies = made.StateDependencies };
            }

            var result = await RegisterAsync(goal with { Remote = false, Custom = false });
            return result with { State = result.State with { Outputs = made.State }, OutputDependencies = made.StateDependencies };
        }
        catch (ProviderException e)
        {
            _runner.Fail(urn, [e.Message]);
            return Failed(goal, urn, parent);
        }
    }

    private async Task<RegistrationResult> RegisterComponentAsync(ResourceGoal goal, Urn urn, Registered? parent, IEnumerable<Urn> names)
    {
        var old = _run.Olds.Claim(names);
        var state = GoalState.Of(goal, urn, parent, provider: null);
        var subject = new StepSubject(state, old, NoProvider.Instance);
        if (old is null)
        {
            return Done(goal, subject, await _steps.CreateAsync(subject, StepOp.Create, keepOld: false));
        }

        subject = subject with { Change = ChangeDetection.OfComponent(old.State, state) };
        return Done(goal, subject, await (subject.Change.Kind == ChangeKind.Same ? _steps.SameAsync(subject) : _steps.UpdateAsync(subject)));
    }

    private async Task<RegistrationResult> RegisterCustomAsync(ResourceGoal goal, Urn urn, Registered? parent, IEnumerable<Urn> names)
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
            (reference, provider) = await Resolver.ResolveAsync(goal.Package, goal.Provider, goal.Parent, goal.Version, goal.PluginDownloadUrl);
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
            return await KeepUntargetedAsync(goal, state, old, provider);
        }

        if (goal.ImportId is { } importId && (old is null || old.State.External || (old.State.ImportId ?? old.State.Id) != importId))
        {
            old = await _imports.ImportAsync(state, importId, provider, old);
        }

        var seed = RandomNumberGenerator.GetBytes(32);
        var oldInputs = old?.State.Inputs ?? PropertyMap.Empty;
        var news = old is null ? goal.Inputs : IgnoredChanges.Apply(goal.Inputs, oldInputs, goal.IgnoreChanges);
        var fresh = old is null || old.State.External || old.State.PendingReplacement || _run.MustReplace(urn);
        var subject = new StepSubject(state with { Inputs = await CheckAsync(urn, provider, fresh ? PropertyMap.Empty : oldInputs, news, seed) }, old, provider);
        subject = subject with { Change = await DecideAsync(goal, subject) };
        if (provider.PreviewOnly && !(subject.Change.Kind == ChangeKind.Same && old is not null))
        {
            RefuseUnlessPreview(goal);
        }

        var result = await RunStepsAsync(goal, subject, news, seed);
        if (own is not null)
        {
            await own.ConfigureAsync(new ConfigureRequest(urn, result.State.Inputs), _run.Terminated);
            _registry.Register(new ProviderReference(urn, result.State.Id), own.Serving);
        }

        return Done(goal, subject, result);
    }

    private Task<Change> DecideAsync(ResourceGoal goal, StepSubject subject) => subject.Old switch
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
            throw new ProviderException("a previously imported resource that still gives its import id may not be replaced; take the `import` option out of the program");
        }

        if (old.State.Protect)
        {
            throw new ProviderException(DeletionSteps.ProtectedMessage(old.State).Replace("deleted", "replaced", StringComparison.Ordinal));
        }

        subject = subject with { State = subject.State with { Inputs = await CheckAsync(subject.State.Urn, subject.Provider, PropertyMap.Empty, news, seed) } };
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
            _runner.Fail(urn, check.Failures.Select(f => $"{urn.Type} '{urn.Name}': " + (f.Property.Length > 0 ? $"{f.Property}: {f.Reason}" : f.Reason)));
            throw new StepFailedException();
        }

        return check.Inputs;
    }

    private async Task<RegistrationResult> KeepUntargetedAsync(ResourceGoal goal, ResourceState state, OldResource? old, IProvider provider)
    {
        if (old is not null)
        {
            var kept = new StepSubject(old.State with { Urn = state.Urn, Parent = state.Parent }, old, provider);
            return Done(goal, kept, await _steps.SameAsync(kept));
        }

        _run.Registered.Set(new Registered(goal, state, null));
        return new RegistrationResult(RegistrationOutcome.Success, state) { Unknown = true };
    }

    private void RefuseUnlessPreview(ResourceGoal goal)
    {
        _run.AddPreviewOnly(goal.Package);
        if (!_run.Preview)
        {
            throw new ProviderException(DeletionSteps.PreviewOnlyMessage(goal.Package, _run.Options.Stack));
        }
    }

    private RegistrationResult Done(ResourceGoal goal, StepSubject subject, StepResult result)
    {
        _run.Registered.Set(new Registered(goal, result.State, result.Key) { OldUrn = subject.Renamed?.From, Replaced = result.Replaced });
        return new RegistrationResult(RegistrationOutcome.Success, result.State);
    }

    private Urn? Blocker(ResourceGoal goal, Registered? parent)
    {
        if (!_run.Options.ContinueOnError)
        {
            return null;
        }

        bool IsBad(Urn urn) => _run.Registered.Get(urn) is { Outcome: not RegistrationOutcome.Success };
        return goal.Dependencies.Where(IsBad).Select(u => (Urn?)u).FirstOrDefault()
            ?? (parent is not null && IsBad(parent.State.Urn) ? parent.State.Urn
            : goal.Provider is { } provider && IsBad(provider.Urn) ? provider.Urn : null);
    }

    private RegistrationResult Failed(ResourceGoal goal, Urn urn, Registered? parent) =>
        Unsuccessful(goal, urn, parent, RegistrationOutcome.Fail, message: null);

    /// <summary>What has failed or is skipped keeps its old entry, so nothing that it needs may be deleted.</summary>
    private RegistrationResult Unsuccessful(ResourceGoal goal, Urn urn, Registered? parent, RegistrationOutcome outcome, string? message)
    {
        if (!_run.Options.ContinueOnError || !goal.SupportsResultReporting)
        {
            throw new UpdateStoppedException();
        }

        if (message is not null)
        {
            _run.Events.Log(Severity.Warning, message, urn);
        }

        _run.Olds.Claim(AliasResolution.Names(goal, urn, parent));
        var state = GoalState.Of(goal, urn, parent, goal.Provider);
        _run.Registered.Set(new Registered(goal, state, null) { Outcome = outcome });
        return new RegistrationResult(outcome, state) { Unknown = true };
    }

    /// <summary>As the real engine stores it: what it notes for itself stands in a member of its own, which is empty for a provider that is found by its version.</summary>
    private static PropertyMap WithVersion(ResourceGoal goal)
    {
        var notes = goal.PluginDownloadUrl is { } url ? PropertyMap.Of(("pluginDownloadURL", url)) : PropertyMap.Empty;
        return goal.Version is { } version ? goal.Inputs.With("version", version).With("__internal", notes)
            : notes.Count > 0 ? goal.Inputs.With("__internal", notes)
            : goal.Inputs;
    }
}
