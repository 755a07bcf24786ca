namespace Pulumi;

/// <summary>One case of a union: the discriminator's value and the type that goes with it.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute : Attribute
{
    /// <param name="tag">The discriminator's value.</param>
    /// <param name="type">The type of the case.</param>
    public DiscriminatedUnionCaseAttribute(string tag, Type type) => (Tag, Type) = (tag, type);

    /// <summary>The discriminator's value.</summary>
    public string Tag { get; }

    /// <summary>The type of the case.</summary>
    public Type Type { get; }
}
