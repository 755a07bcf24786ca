namespace Pulumi;

/// <summary>Marks a property or field of an arguments class as an input.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <param name="name">The name on the wire.</param>
    /// <param name="required">Whether registration fails without it.</param>
    /// <param name="json">Whether it travels as JSON text, as the arguments of providers do.</param>
    public InputAttribute(string name, bool required = false, bool json = false) => (Name, IsRequired, Json) = (name, required, json);

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool Json { get; }
}
