namespace Pulumi.Generator.Schema;

/// <summary>Properties of an object type, or of a function's inputs or outputs, in wire name order.</summary>
public sealed record ObjectSpec(IReadOnlyList<PropertySpec> Properties, IReadOnlySet<string> Required)
{
    public static readonly ObjectSpec Empty = new([], new HashSet<string>());

    /// <summary>What is always there when read; differs from <see cref="Required"/> where a type is used both ways.</summary>
    public IReadOnlySet<string> RequiredOutputs { get; init; } = Required;
}
