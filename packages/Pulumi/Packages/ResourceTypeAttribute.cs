namespace Pulumi;

/// <summary>Ties a resource class to its type token, so that references to resources become objects of the class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class ResourceTypeAttribute : Attribute
{
    /// <param name="type">The type token.</param>
    /// <param name="version">The version of the package.</param>
    public ResourceTypeAttribute(string type, string? version) => (Type, Version) = (type, version);

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The version of the package.</summary>
    public string? Version { get; }
}
