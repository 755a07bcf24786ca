namespace Engine.Errors;

/// <summary>Ends a command with all the errors that were found, collected.</summary>
internal sealed class UserErrorException(params IReadOnlyList<UserError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(e => e.Message)))
{
    /// <summary>The Pulumi CLI's exit code for most failures.</summary>
    public const int DefaultExitCode = 1;

    /// <summary>The Pulumi CLI's exit code for changes where none were expected.</summary>
    public const int UnexpectedChanges = 7;

    /// <summary>The Pulumi CLI's exit code for what a policy forbids: here, an effect as bad as <c>--fail-on</c> names.</summary>
    public const int EffectTooBad = 5;

    public UserErrorException(string message, params IReadOnlyList<string> advice)
        : this(new UserError(message, null, advice)) { }

    public IReadOnlyList<UserError> Errors { get; } = errors;

    /// <summary>The Pulumi CLI's exit code for a stack that does not exist.</summary>
    public const int StackNotFound = 6;

    /// <summary>The Pulumi CLI's exit code for a command that lacks a flag or an argument.</summary>
    public const int MissingFlag = 2;

    /// <summary>True when only the state or the key to its secrets is out of reach: a preview could go on.</summary>
    public bool ConcernsAccess { get; init; }

    public int ExitCode { get; init; } = DefaultExitCode;
}
