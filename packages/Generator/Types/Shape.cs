namespace Pulumi.Generator.Types;

/// <summary>Where an object type is used: each use is a class of its own.</summary>
public enum Shape
{
    /// <summary>Inputs of a resource.</summary>
    Input,

    /// <summary>Inputs of a lookup by <c>Get</c>.</summary>
    State,

    /// <summary>Inputs of a function that takes outputs.</summary>
    FunctionInput,

    /// <summary>Inputs of a function that takes plain values.</summary>
    FunctionPlain,

    /// <summary>Outputs of a resource.</summary>
    Output,

    /// <summary>The result of a function.</summary>
    FunctionOutput,
}
