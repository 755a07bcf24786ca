using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>A class of inputs to write: a resource's Args or State, a nested type, a function's or method's Args.</summary>
public sealed record InputClass(string Name, string BaseClass, ObjectSpec Properties, Shape Shape)
{
    public bool Sealed { get; init; } = true;

    /// <summary>Provider arguments other than text are sent as JSON text.</summary>
    public bool Json { get; init; }

    public bool IsPlain => Shape == Shape.FunctionPlain;
}
