using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Types;

/// <summary>The package being bound, with the packages that it refers to.</summary>
public sealed class Bindings
{
    private readonly Dictionary<string, PackageNames> _others;

    public Bindings(PackageSchema schema, IEnumerable<PackageSchema> others)
    {
        Schema = schema;
        Names = new PackageNames(schema);
        Types = new TypeNames(this);
        _others = others.ToDictionary(o => o.Name, o => new PackageNames(o));
    }

    public PackageSchema Schema { get; }

    public PackageNames Names { get; }

    public TypeNames Types { get; }

    /// <summary>Names of the package that a type belongs to.</summary>
    public PackageNames NamesOf(TypeSpec type) => type.Package is null ? Names : _others[type.Package];

    public EnumSpec EnumOf(TypeSpec type) => NamesOf(type).Schema.Enums[type.Token];
}
