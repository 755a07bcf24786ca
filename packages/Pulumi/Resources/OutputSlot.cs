using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output property of a resource that waits for the engine's answer.</summary>
internal abstract class OutputSlot
{
    /// <summary>The output that the property holds.</summary>
    public abstract object Output { get; }

    /// <returns>Why the value does not fit the property's type; the output then has the type's default.</returns>
    public abstract Mismatch? Complete(OutputData<object?> data);

    public abstract void Fail(Exception exception);
}
