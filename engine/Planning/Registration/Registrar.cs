using Engine.Contract;
using Engine.Events;
using Engine.Planning.Changes;
using Engine.Planning.Providers;
using Engine.Planning.Steps;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>Takes what the program registers to its place. One call per resource, many at a time.</summary>
internal sealed class Registrar
{
    private readonly UpdateRun _run;
    private readonly StepRunner _runner;
    private readonly ResourceSteps _steps;
    private readonly ChangeDetection _changes;
    private readonly CustomResources _customs;

    public Registrar(UpdateRun run, StepRunner runner, ProviderRegistry registry, DeletionSteps deletions)
    {
        (_run, _runner) = (run, runner);
        _steps = new ResourceSteps(run, runner);
        _changes = new ChangeDetection(run);
        Resolver = new ProviderResolver(run, registry, goal => RegisterAsync(goal));
        _customs = new CustomResources(run, runner, registry, deletions, Resolver);
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
            ? _run.Registered.Get(p)
                ?? throw new RegistrationRefusedException(
                    $"resource '{goal.Name}' ({goal.Type}): its parent '{p}' is not registered; register the parent first"
                )
            : null;
        var urn = Urn.Create(_run.Options.Stack, _run.Options.Project, goal.Parent, goal.Type, goal.Name);
        if (goal.Remote)
        {
            return await ConstructAsync(goal, urn, parent, monitorAddress);
        }

        if (!_run.Registered.TryReserve(urn))
        {
            throw new RegistrationRefusedException(
                $"two resources have the URN '{urn}'; give one of the two another name (children of two components of one type need "
                    + $"different names too)"
            );
        }

        if (Blocker(goal, parent) is { } blocker)
        {
            return Unsuccessful(
                goal,
                urn,
                parent,
                RegistrationOutcome.Skip,
                $"skipped: it depends on '{blocker.Name}', which has failed or was skipped"
            );
        }

        try
        {
            var names = AliasResolution.Names(goal, urn, parent);
            var (subject, result) = goal.Custom
                ? await _customs.RegisterAsync(goal, urn, parent, names)
                : await RegisterComponentAsync(goal, urn, parent, names);
            _run.Registered.Set(
                new Registered(goal, result.State, result.Key) { OldUrn = subject.Renamed?.From, Replaced = result.Replaced }
            );
            return new RegistrationResult(RegistrationOutcome.Success, result.State) { Unknown = result.Key is null };
        }
        catch (StepFailedException)
        {
            return Failed(goal, urn, parent);
        }
        catch (Exception e) when (e is not (UpdateStoppedException or RegistrationRefusedException or OperationCanceledException))
        {
            _runner.Fail(urn, e);
            return Failed(goal, urn, parent);
        }
    }

    /// <summary>A component of a package: its provider makes it, and registers its inside itself, or has nothing but outputs to show for
    /// it.</summary>
    private async Task<RegistrationResult> ConstructAsync(ResourceGoal goal, Urn urn, Registered? parent, string monitorAddress)
    {
        try
        {
            var (_, provider) = await Resolver.ResolveAsync(goal.Package, goal.Provider, goal.Parent, goal.Version, goal.PluginDownloadUrl);
            if (provider.PreviewOnly)
            {
                _run.RefuseUnlessPreview(goal.Package);
            }

            var request = new ConstructRequest(
                urn,
                goal.Type,
                goal.Name,
                goal.Parent,
                goal.Inputs,
                goal.PropertyDependencies ?? new Dictionary<string, IReadOnlyList<Urn>>(),
                monitorAddress,
                _run.Preview
            )
            {
                Providers = goal.Providers,
            };
            var made = await provider.ConstructAsync(request, _run.Terminated);
            if (!made.IsOpaque)
            {
                var inside = _run.Registered.Get(made.Urn)
                    ?? throw new ProviderException($"the provider made '{made.Urn}' but did not register it");
                return new RegistrationResult(RegistrationOutcome.Success, inside.State with { Outputs = made.State })
                {
                    OutputDependencies = made.StateDependencies,
                };
            }

            var result = await RegisterAsync(goal with { Remote = false, Custom = false });
            return result with { State = result.State with { Outputs = made.State }, OutputDependencies = made.StateDependencies };
        }
        catch (ProviderException e)
        {
            _runner.Fail(urn, e);
            return Failed(goal, urn, parent);
        }
    }

    private async Task<(StepSubject Subject, StepResult Result)> RegisterComponentAsync(
        ResourceGoal goal,
        Urn urn,
        Registered? parent,
        IEnumerable<Urn> names
    )
    {
        var old = _run.Olds.Claim(names);
        var state = GoalState.Of(goal, urn, parent, provider: null);
        var subject = new StepSubject(state, old, NoProvider.Instance);
        if (old is null)
        {
            return (subject, await _steps.CreateAsync(subject, StepOp.Create, keepOld: false));
        }

        subject = subject with { Change = _changes.OfComponent(old.State, state) };
        return (subject, subject.Change.Kind == ChangeKind.Same ? await _steps.SameAsync(subject) : await _steps.UpdateAsync(subject));
    }

    private Urn? Blocker(ResourceGoal goal, Registered? parent)
    {
        if (!_run.Options.ContinueOnError)
        {
            return null;
        }

        bool IsBad(Urn urn) => _run.Registered.Get(urn) is { Outcome: not RegistrationOutcome.Success };
        return goal.Dependencies.Where(IsBad).Select(u => (Urn?)u).FirstOrDefault()
            ?? (
                parent is not null && IsBad(parent.State.Urn) ? parent.State.Urn
                : goal.Provider is { } provider && IsBad(provider.Urn) ? provider.Urn
                : null
            );
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
}
