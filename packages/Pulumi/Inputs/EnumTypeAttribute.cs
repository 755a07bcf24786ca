namespace Pulumi;

/// <summary>Marks a struct as an enumeration over text or numbers: it has a private constructor for the value, and converts to it
/// explicitly.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute { }
