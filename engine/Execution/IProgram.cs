namespace Engine.Execution;

/// <summary>The user's program.</summary>
internal interface IProgram
{
    /// <summary>Starts it and waits for its end. When cancelled, kills it.</summary>
    Task<ProgramExit> RunAsync(ProgramStart start, CancellationToken cancellation);
}
