namespace Pulumi;

/// <summary>The engine could not be told something; wraps why.</summary>
public class LogException : Exception
{
    /// <param name="exception">Why the message did not arrive.</param>
    public LogException(Exception exception)
        : base("A message to the engine did not arrive.", exception) { }
}
