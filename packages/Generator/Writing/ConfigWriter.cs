using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes the package's configuration: a static property per variable, read when asked, settable by code.</summary>
public sealed class ConfigWriter(Bindings bindings, SourceWriter source)
{
    public void Write()
    {
        var variables = bindings.Schema.Config;
        using (source.Open("public static class Config"))
        {
            source.Line($"private static readonly global::Pulumi.Config _config = new global::Pulumi.Config(\"{bindings.Schema.Name}\");");
            source.Line();
            foreach (var variable in variables)
            {
                WriteVariable(variable);
            }

            var tokens = variables
                .SelectMany(v => new[] { v.Type, v.Type.Element })
                .Where(t => t?.Kind == TypeKind.Object)
                .Select(t => t!.Token)
                .Distinct()
                .ToList();
            if (tokens.Count > 0)
            {
                using (source.Open("public static class Types"))
                {
                    foreach (var token in tokens.Order(StringComparer.Ordinal))
                    {
                        WriteType(token);
                    }
                }
            }
        }
    }

    private void WriteVariable(PropertySpec variable)
    {
        var type = TypeOf(variable.Type) + Mark(variable.Type);
        var field = Identifiers.Field(variable.Name);
        var read = variable.Type.Kind switch
        {
            TypeKind.String => "Get(",
            TypeKind.Boolean => "GetBoolean(",
            TypeKind.Integer => "GetInt32(",
            TypeKind.Number => "GetDouble(",
            _ => $"GetObject<{TypeOf(variable.Type)}>(",
        };
        var otherwise = Literals.Default(variable, bindings) is { } value ? " ?? " + value : "";
        source.Line(
            $"private static readonly ConfigValue<{type}> {field} = new ConfigValue<{type}>(() => "
                + $"_config.{read}\"{variable.Name}\"){otherwise});"
        );
        using (source.Open($"public static {type} {Identifiers.Property(variable)}"))
        {
            source.Line($"get => {field}.Value;");
            source.Line($"set => {field}.Value = value;");
        }

        source.Line();
    }

    private void WriteType(string token)
    {
        var type = bindings.Schema.Objects[token];
        using (source.Open($"public class {PackageNames.Class(token)}"))
        {
            foreach (var property in type.Properties)
            {
                var mark = type.Required.Contains(property.Name) ? "" : Mark(property.Type);
                var initial = mark.Length > 0 || TypeNames.IsValueType(property.Type) ? "" : " = null!;";
                source.Line($"public {TypeOf(property.Type)}{mark} {Identifiers.Property(property)} {{ get; set; }}{initial}");
            }
        }

        source.Line();
    }

    private static string Mark(TypeSpec type) => type.Kind == TypeKind.Array ? "" : "?";

    private string TypeOf(TypeSpec type) =>
        type.Kind switch
        {
            TypeKind.Object => "Types." + PackageNames.Class(type.Token),
            TypeKind.Array => $"ImmutableArray<{TypeOf(type.Element!)}>",
            TypeKind.Map => $"ImmutableDictionary<string, {TypeOf(type.Element!)}>",
            _ => bindings.Types.Element(type, Shape.Output),
        };
}
