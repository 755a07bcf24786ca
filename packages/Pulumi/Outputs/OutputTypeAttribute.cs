namespace Pulumi;

/// <summary>Marks a class as an object that resources or functions return. It needs a constructor marked
/// <see cref="OutputConstructorAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OutputTypeAttribute : Attribute { }
