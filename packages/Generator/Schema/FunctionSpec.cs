namespace Pulumi.Generator.Schema;

public sealed record FunctionSpec(string Token, ObjectSpec Inputs)
{
    /// <summary>Properties of the result object; null where the function returns one plain value or nothing.</summary>
    public ObjectSpec? Outputs { get; init; }

    /// <summary>The result where it is no object with properties of its own.</summary>
    public TypeSpec? ReturnType { get; init; }

    /// <summary>Inputs passed as parameters instead of an args class, in this order; empty for the ordinary form.</summary>
    public IReadOnlyList<string> MultiArgumentInputs { get; init; } = [];

    public string? DeprecationMessage { get; init; }
}
