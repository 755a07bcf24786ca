namespace Pulumi.Generator.Schema;

/// <param name="Value">The value's text; for numbers as written in the schema.</param>
public sealed record EnumValueSpec(string? Name, string Value, string? DeprecationMessage);
