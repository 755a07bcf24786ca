namespace Pulumi;

/// <summary>Ends the program with a message that is shown at a resource.</summary>
public class ResourceException : Exception
{
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="resource">The resource that the message is shown at.</param>
    /// <param name="hideStack">Whether the stack trace is left out.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message) => (Resource, HideStack) = (resource, hideStack);

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
