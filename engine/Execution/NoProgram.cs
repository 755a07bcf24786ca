using System.Diagnostics;
using Engine.Planning;

namespace Engine.Execution;

/// <summary>Stands where a program is not run: a refresh and a destroy go by the state alone.</summary>
internal sealed class NoProgram : IProgramRunner
{
    public static NoProgram Instance { get; } = new();

    public Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation) =>
        throw new UnreachableException("There is no program to run.");
}
