namespace Engine.Execution;

/// <param name="Code">0 well, 32 failed and said why through the Engine service, others failed.</param>
/// <param name="Message">More about a failure, for example that it was killed by a signal.</param>
internal sealed record ProgramExit(int Code, string? Message = null)
{
    public const int AlreadyReported = 32;
}
