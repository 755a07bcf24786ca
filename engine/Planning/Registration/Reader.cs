using Engine.Contract;
using Engine.Planning.Steps;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>Serves resources that the program reads and does not manage.</summary>
internal sealed class Reader(UpdateRun run, StepRunner runner, Registrar registrar)
{
    private readonly ImportSteps _imports = new(run, runner);

    /// <returns>The resource; its outputs are unknown when its id is.</returns>
    /// <exception cref="RegistrationRefusedException">The request cannot be.</exception>
    /// <exception cref="UpdateStoppedException">This or another step has failed, or the update was cancelled.</exception>
    public async Task<ResourceState> ReadAsync(ReadGoal goal)
    {
        run.ThrowIfStopped();
        var urn = Urn.Create(run.Options.Stack, run.Options.Project, goal.Parent, goal.Type, goal.Name);
        if (!run.Registered.TryReserve(urn))
        {
            throw new RegistrationRefusedException($"two resources have the URN '{urn}'; give one of the two another name");
        }

        try
        {
            var (reference, provider) = await registrar.Resolver.ResolveAsync(
                ProviderTypes.PackageOf(goal.Type),
                goal.Provider,
                goal.Parent,
                goal.Version,
                goal.PluginDownloadUrl
            );
            var state = new ResourceState
            {
                Urn = urn,
                Type = goal.Type,
                Custom = true,
                External = true,
                Id = goal.Id,
                Inputs = goal.Inputs,
                Parent = goal.Parent,
                Dependencies = goal.Dependencies,
                Provider = reference,
                AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            };
            var result = await _imports.ReadAsync(state, goal, provider, run.Olds.Claim([urn]));
            run.Registered.Set(new Registered(null, result.State, result.Key));
            return result.State;
        }
        catch (ProviderException e)
        {
            runner.Fail(urn, e);
            throw new UpdateStoppedException();
        }
        catch (StepFailedException)
        {
            throw new UpdateStoppedException();
        }
    }
}
