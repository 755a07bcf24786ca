using Engine.Contract;
using Engine.Events;
using Engine.Execution;
using Engine.Masking;
using Engine.Planning;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.Planning.Fakes;

/// <summary>A stack and the world outside it, over several updates.</summary>
internal sealed class World(FakeCloud cloud, Snapshot state)
{
    public World()
        : this(new FakeCloud(), Snapshot.Empty) { }

    public FakeCloud Cloud { get; } = cloud;

    public Snapshot State { get; set; } = state;

    /// <summary>Events of the last update.</summary>
    public List<EngineEvent> Events { get; } = [];

    public FakeJournal Journal { get; private set; } = new(cloud);

    /// <summary>Ended steps of the last update, for example <c>create a</c>, the stack and providers left out.</summary>
    public IReadOnlyList<string> Steps =>
        [
            .. Events
                .OfType<StepSucceeded>()
                .Select(e => e.Step)
                .Where(s => s.Type == FakeProgram.Type)
                .Select(s => $"{s.Op.Text()} {s.Urn.Name}"),
        ];

    public IReadOnlyList<string> ChangingSteps => [.. Steps.Where(s => !s.StartsWith("same ", StringComparison.Ordinal))];

    public IReadOnlyList<string> Errors => [.. Events.OfType<Diagnostic>().Where(d => d.Severity == Severity.Error).Select(d => d.Message)];

    public Task<UpdateResult> UpAsync(params IReadOnlyList<Thing> things) => RunAsync(new FakeProgram(things), o => o);

    public Task<UpdateResult> PreviewAsync(params IReadOnlyList<Thing> things) =>
        RunAsync(new FakeProgram(things), o => o with { Preview = true });

    public Task<UpdateResult> DestroyAsync() => RunAsync(new FakeProgram([]), o => o with { Kind = UpdateKind.Destroy });

    public Task<UpdateResult> RefreshAsync() => RunAsync(new FakeProgram([]), o => o with { Kind = UpdateKind.Refresh });

    public async Task<UpdateResult> RunAsync(
        IProgramRunner program,
        Func<UpdateOptions, UpdateOptions> change,
        CancellationToken cancel = default
    )
    {
        var options = change(
            new UpdateOptions
            {
                Kind = UpdateKind.Up,
                Project = FakeProgram.Project,
                Stack = FakeProgram.Stack,
                ProgramDirectory = ".",
            }
        );
        Events.Clear();
        Journal = new FakeJournal(Cloud);
        var executor = new UpdateExecutor(new FakeProviders(Cloud), Journal, Events.Add, new KnownSecrets());
        var result = await executor.RunAsync(options, Task.FromResult(State), program, cancel, CancellationToken.None);
        if (!options.Preview)
        {
            State = result.Snapshot;
        }

        return result;
    }

    public ResourceState Resource(string name) => State.Resources.Single(r => r.Urn.Name == name && !r.Delete);
}
