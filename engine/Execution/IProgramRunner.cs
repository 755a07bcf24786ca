using Engine.Planning;

namespace Engine.Execution;

/// <summary>Runs a program against a session: over gRPC in a process of its own, or, in tests, directly.</summary>
internal interface IProgramRunner
{
    Task<ProgramExit> RunAsync(ProgramSession session, CancellationToken cancellation);
}
