using Engine.Execution;
using Engine.Planning;
using Engine.Planning.Registration;
using Engine.Values;

namespace Engine.Tests.Planning.Fakes;

/// <summary>A program that registers things as soon as what they need is registered, as an SDK does.</summary>
internal sealed class FakeProgram(IReadOnlyList<Thing> things) : IProgramRunner
{
    public const string Project = "proj";
    public const string Stack = "dev";
    public const string Type = "test:index:Thing";

    private readonly Dictionary<string, TaskCompletionSource<RegistrationResult>> _done = things.ToDictionary(
        t => t.Name,
        _ => new TaskCompletionSource<RegistrationResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    );

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    /// <summary>Runs after the registrations.</summary>
    public Func<ProgramSession, Urn, Task> Then { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>When set, the program throws after its registrations.</summary>
    public int ExitCode { get; init; }

    public async Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation)
    {
        try
        {
            var root = await session.RegisterAsync(new ResourceGoal { Type = Urn.StackType, Name = $"{Project}-{Stack}" });
            await Task.WhenAll(things.Select(thing => RegisterAsync(session, thing, root.State.Urn)));
            await Then(session, root.State.Urn);
            if (ExitCode != 0)
            {
                return new ProgramExit(ExitCode);
            }

            await session.RegisterOutputsAsync(root.State.Urn, Outputs);
            await session.SignalAndWaitAsync();
            return new ProgramExit(0);
        }
        catch (UpdateStoppedException)
        {
            return new ProgramExit(ProgramExit.AlreadyReported);
        }
    }

    private async Task RegisterAsync(ProgramSession session, Thing thing, Urn root)
    {
        try
        {
            await Task.Yield();
            foreach (var needed in thing.Needs)
            {
                await _done[needed].Task;
            }

            var inputs = PropertyMap.Of(("value", thing.Value), ("kind", thing.Kind));
            inputs = thing.Fixed is null ? inputs : inputs.With("name", thing.Fixed);
            inputs = thing.Refs.Count > 0 ? inputs.With("refs", await IdsAsync(thing.Refs)) : inputs;
            inputs = thing.HardRefs.Count > 0 ? inputs.With("hardRefs", await IdsAsync(thing.HardRefs)) : inputs;
            var goal = new ResourceGoal
            {
                Type = Type,
                Name = thing.Name,
                Custom = true,
                Parent = thing.Parent is null ? root : await UrnAsync(thing.Parent),
                Inputs = inputs,
                Dependencies = await UrnsAsync(thing.Refs.Concat(thing.HardRefs).Concat(thing.DependsOn)),
                PropertyDependencies = new Dictionary<string, IReadOnlyList<Urn>>
                {
                    ["refs"] = await UrnsAsync(thing.Refs),
                    ["hardRefs"] = await UrnsAsync(thing.HardRefs),
                },
                SupportsResultReporting = true,
            };
            _done[thing.Name].SetResult(await session.RegisterAsync(thing.Options(goal)));
        }
        catch (UpdateStoppedException e)
        {
            _done[thing.Name].TrySetException(e);
            throw;
        }
    }

    private async Task<Urn> UrnAsync(string name) => (await _done[name].Task).State.Urn;

    private async Task<IReadOnlyList<Urn>> UrnsAsync(IEnumerable<string> names) => await Task.WhenAll(names.Distinct().Select(UrnAsync));

    private async Task<PropertyValue> IdsAsync(IEnumerable<string> names) =>
        new PropertyArray(
            await Task.WhenAll(
                names.Select(async n => (await _done[n].Task).State.Id is { } id ? (PropertyValue)id : PropertyValue.Computed)
            )
        );
}
