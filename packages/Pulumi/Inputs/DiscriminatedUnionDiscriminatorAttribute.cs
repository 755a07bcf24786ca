namespace Pulumi;

/// <summary>Names the property that tells which case of a union an object is.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = false)]
public sealed class DiscriminatedUnionDiscriminatorAttribute : Attribute
{
    /// <param name="propertyName">The property's name on the wire.</param>
    public DiscriminatedUnionDiscriminatorAttribute(string propertyName) => PropertyName = propertyName;

    /// <summary>The property's name on the wire.</summary>
    public string PropertyName { get; }
}
