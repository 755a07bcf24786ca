namespace Engine.Errors;

/// <summary>Ends a command with all the errors that were found, collected.</summary>
internal sealed class UserErrorException(params IReadOnlyList<UserError> errors) : Exception(string.Join(Environment.NewLine, errors.Select(e => e.Message)))
{
    /// <summary>The exit code that the Pulumi CLI uses for a failure.</summary>
    public const int DefaultExitCode = 255;

    public UserErrorException(string message, params IReadOnlyList<string> advice)
        : this(new UserError(message, null, advice))
    {
    }

    public IReadOnlyList<UserError> Errors { get; } = errors;

    public int ExitCode { get; init; } = DefaultExitCode;
}
