using Engine.Backend;
using Engine.Events;
using Engine.Execution;
using Engine.Planning;
using Engine.Providers;
using Engine.Server;
using Engine.State;

namespace Engine.Commands;

/// <summary>A stack with its program built and its configuration read: what a preview and the update after it both start from.</summary>
internal sealed record OpenedUpdate(StackContext Stack, UpdateOptions Options, Task<StoredState> State, string? BuiltFile)
{
    /// <summary>What the user should know of what was found, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>False when nobody knows what there is: its state is elsewhere.</summary>
    public required bool HasBasis { get; init; }

    public Task<UpdateResult> RunAsync(
        bool preview,
        Journal? journal,
        Action<EngineEvent> handle,
        Action<string> print,
        CancellationToken cancel,
        CancellationToken terminate
    )
    {
        return new UpdateExecutor(new ProviderFactory(), journal, handle).RunAsync(
            Options with
            {
                Preview = preview,
            },
            BasisAsync(),
            Program(print),
            cancel,
            terminate
        );
    }

    private IProgramRunner Program(Action<string> print) =>
        BuiltFile is { } file
            ? new ServedProgram(
                new ProgramProcess(new ProgramLaunch(Stack.Project, Stack.Name, file, Options.Config), line => Print(line, print))
            )
            : NoProgram.Instance;

    /// <summary>A program that is cut off because there is no base state has nothing to tell that the reason for it does not.</summary>
    private void Print(string line, Action<string> print)
    {
        if (!State.IsFaulted)
        {
            print(line);
        }
    }

    private async Task<Snapshot> BasisAsync() => (await State).Snapshot;
}
