using System.Text.RegularExpressions;

namespace Pulumi.Generator.Schema;

public sealed record PackageSchema(string Name, string Version, Regex ModuleFormat, CSharpSettings CSharp)
{
    public IReadOnlyList<PropertySpec> Config { get; init; } = [];

    public required ResourceSpec Provider { get; init; }

    public required IReadOnlyList<ResourceSpec> Resources { get; init; }

    public required IReadOnlyDictionary<string, FunctionSpec> Functions { get; init; }

    public required IReadOnlyDictionary<string, ObjectSpec> Objects { get; init; }

    public required IReadOnlyDictionary<string, EnumSpec> Enums { get; init; }
}
