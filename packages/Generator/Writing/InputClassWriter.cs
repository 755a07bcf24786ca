using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes classes of inputs: a property per input, with its wire name, and defaults in the constructor.</summary>
public sealed class InputClassWriter(Bindings bindings, SourceWriter source)
{
    public void Write(InputClass type)
    {
        using (source.Open($"public {(type.Sealed ? "sealed " : "")}class {type.Name} : global::Pulumi.{type.BaseClass}"))
        {
            foreach (var property in type.Properties.Properties)
            {
                WriteProperty(type, property);
            }

            WriteConstructor(type);
            source.Line($"public static new {type.Name} Empty => new {type.Name}();");
        }

        source.Line();
    }

    private void WriteProperty(InputClass type, PropertySpec property)
    {
        var required = type.Properties.Required.Contains(property.Name);
        var attribute = Attribute(type, property, required);
        var name = Identifiers.Property(property);
        var modifiers = Modifiers.Of(name);
        var plain = type.IsPlain || property.Type.Plain;
        var text = type.IsPlain ? bindings.Types.PlainInput(property.Type, type.Shape) : bindings.Types.Input(property.Type, type.Shape);
        if (property.Type.IsCollection || property.Secret)
        {
            WriteBackedProperty(property, attribute, text, modifiers + name, plain);
        }
        else if (!required)
        {
            source.Line(attribute);
            source.Line($"public {modifiers}{text}? {name} {{ get; set; }}");
        }
        else
        {
            var isValue = plain && TypeNames.IsValueType(property.Type);
            source.Line(attribute);
            source.Line($"public {modifiers}{text} {name} {{ get; set; }}{(isValue ? "" : " = null!;")}");
        }

        source.Line();
    }

    /// <summary>Collections are made when first read; secrets are marked when set.</summary>
    private void WriteBackedProperty(PropertySpec property, string attribute, string text, string name, bool plain)
    {
        var field = Identifiers.Field(property.Name);
        source.Line(attribute);
        source.Line($"private {text}? {field};");
        if (property.DeprecationMessage is { } message)
        {
            source.Line(Literals.Obsolete(message));
        }

        var mark = property.Type.IsCollection ? "" : "?";
        using (source.Open($"public {text}{mark} {name}"))
        {
            source.Line(property.Type.IsCollection ? $"get => {field} ??= new {text}();" : $"get => {field};");
            source.Line(
                property.Secret && !plain
                    ? $"set => {field} = value is null ? null : global::Pulumi.Output.CreateSecret{SecretOf(text)}(value);"
                    : $"set => {field} = value;"
            );
        }
    }

    /// <summary>The type argument that turns any input into a secret output: what the input is an Input of.</summary>
    private static string SecretOf(string inputType)
    {
        var open = inputType.IndexOf('<', StringComparison.Ordinal);
        var inner = inputType[(open + 1)..^1];
        return inputType[..open] switch
        {
            "global::Pulumi.InputList" => $"<ImmutableArray<{inner}>>",
            "global::Pulumi.InputMap" => $"<ImmutableDictionary<string, {inner}>>",
            "global::Pulumi.InputUnion" => $"<global::Pulumi.Union<{inner}>>",
            _ => $"<{inner}>",
        };
    }

    private static string Attribute(InputClass type, PropertySpec property, bool required) =>
        $"[global::Pulumi.Input(\"{property.Name}\""
        + (required ? ", required: true" : "")
        + (type.Json && property.Type.Kind != TypeKind.String ? ", json: true" : "")
        + ")]";

    private void WriteConstructor(InputClass type)
    {
        using (source.Open($"public {type.Name}()"))
        {
            foreach (var property in type.Properties.Properties)
            {
                if (Literals.Default(property, bindings) is { } value)
                {
                    source.Line($"{Identifiers.Property(property)} = {value};");
                }
            }
        }
    }
}
