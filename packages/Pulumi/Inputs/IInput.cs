namespace Pulumi;

/// <summary>An input whose element type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>A plain value or an output. Lists and maps keep their elements as inputs, so that one unknown element leaves the others
    /// known.</summary>
    object? Value { get; }
}
