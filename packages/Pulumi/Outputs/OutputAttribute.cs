namespace Pulumi;

/// <summary>Marks a property of type <see cref="Output{T}"/> as an output of a resource or stack.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <param name="name">The name on the wire; by default the property's.</param>
    public OutputAttribute(string? name = null) => Name = name;

    /// <summary>The name on the wire.</summary>
    /// <value>The property's name if <see langword="null"/>.</value>
    public string? Name { get; }
}
