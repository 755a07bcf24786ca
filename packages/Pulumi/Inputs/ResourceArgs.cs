namespace Pulumi;

/// <summary>Base of the arguments of resources.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly ResourceArgs Empty = new EmptyResourceArgs();

    /// <summary>For derived classes.</summary>
    protected ResourceArgs() { }

    private sealed class EmptyResourceArgs : ResourceArgs { }
}
