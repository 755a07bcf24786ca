using Pulumi;

namespace Components.Values;

/// <summary>Stops the program for mistakes of its user: the engine shows their texts, and no stack trace.</summary>
public sealed class ProblemsException : RunException
{
    /// <summary>Stops for these mistakes.</summary>
    public ProblemsException(IReadOnlyList<Problem> problems)
        : base(Text(problems)) => Problems = problems;

    /// <summary>The mistakes, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Text(IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join("\n", problems.Select(problem => problem.ToString()));
    }
}
