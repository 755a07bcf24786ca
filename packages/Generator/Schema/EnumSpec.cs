namespace Pulumi.Generator.Schema;

public sealed record EnumSpec(TypeKind Underlying, IReadOnlyList<EnumValueSpec> Values);
