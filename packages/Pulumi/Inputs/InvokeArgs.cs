namespace Pulumi;

/// <summary>Base of the arguments of functions.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new EmptyInvokeArgs();

    /// <summary>For derived classes.</summary>
    protected InvokeArgs() { }

    private sealed class EmptyInvokeArgs : InvokeArgs { }
}
