namespace Pulumi;

/// <summary>Ends the program with a message for its user; no stack trace is shown.</summary>
public class RunException : Exception
{
    /// <param name="message">What, where, what was given, what is allowed, what to do.</param>
    public RunException(string message)
        : base(message) { }

    /// <param name="message">What, where, what was given, what is allowed, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>For a stack whose output properties are not of type <see cref="Output{T}"/>.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new(
            $"Output(s) {string.Join(", ", outputAttributeNames.Select(name => $"'{name}'"))} have an incorrect type: properties marked "
                + $"[Output] must be of type Output<T>."
        );

    internal static RunException OutputsNotAssigned(IEnumerable<string> names) =>
        new(
            $"Output(s) {string.Join(", ", names.Select(name => $"'{name}'"))} have no value: assign properties marked [Output] in the "
                + $"constructor of the stack."
        );
}
