namespace Pulumi;

/// <summary>Base of the arguments of methods.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new EmptyCallArgs();

    /// <summary>For derived classes.</summary>
    protected CallArgs() { }

    private sealed class EmptyCallArgs : CallArgs { }
}
