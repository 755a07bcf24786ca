using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes classes of outputs: a field per property, filled by one private constructor.</summary>
public sealed class OutputClassWriter(Bindings bindings, SourceWriter source)
{
    public void Write(string name, ObjectSpec type, Shape shape, string access = "public")
    {
        source.Line("[global::Pulumi.OutputType]");
        using (source.Open($"{access} sealed class {name}"))
        {
            var properties = type.Properties;
            foreach (var property in properties)
            {
                var field = Identifiers.Property(property);
                source.Line($"public {Modifiers.Of(field)}readonly {FieldType(property, type, shape)} {field};");
            }

            source.Line("[global::Pulumi.OutputConstructor]");
            source.Line($"private {name}({string.Join(", ", properties.Select(p => Parameter(p, type, shape)))})");
            source.Line("{");
            foreach (var property in properties)
            {
                source.Line($"    this.{Identifiers.Property(property)} = {Identifiers.Parameter(property.Name)};");
            }

            source.Line("}");
        }

        source.Line();
    }

    /// <summary>The marker of an optional output; arrays are empty instead, Kubernetes' are never marked.</summary>
    public string Optional(TypeSpec type, bool required) =>
        required || bindings.Schema.CSharp.IsKubernetes || type.Kind == TypeKind.Array ? "" : "?";

    private string FieldType(PropertySpec property, ObjectSpec owner, Shape shape) =>
        bindings.Types.Element(property.Type, shape) + Optional(property.Type, owner.RequiredOutputs.Contains(property.Name));

    // The core matches parameters to wire names by name; what is no identifier is named by attribute.
    private string Parameter(PropertySpec property, ObjectSpec owner, Shape shape)
    {
        var name = Identifiers.Parameter(property.Name);
        var attribute = name.TrimStart('@') == property.Name ? "" : $"[global::Pulumi.OutputConstructorParameter(\"{property.Name}\")] ";
        return $"{attribute}{FieldType(property, owner, shape)} {name}";
    }
}
