using System.Globalization;
using System.Text.Json;
using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>C# expressions for constants and defaults.</summary>
public static class Literals
{
    public static string Text(string value) => "@\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Text(value.GetString()!),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new SchemaException($"a default or constant '{value}' cannot be written in C#. Allowed: text, number, true, false."),
        };

    /// <summary>The default of a property as an expression; null when it has none.</summary>
    public static string? Default(PropertySpec property, Bindings bindings)
    {
        var given = property.Default is { } value ? Default(property.Type, value, bindings) : null;
        if (property.DefaultEnvironment.Count == 0)
        {
            return given;
        }

        var reader = property.Type.Kind switch
        {
            TypeKind.Boolean => "GetEnvBoolean",
            TypeKind.Integer => "GetEnvInt32",
            TypeKind.Number => "GetEnvDouble",
            _ => "GetEnv",
        };
        var environment =
            $"global::{bindings.Names.Root}.Utilities.{reader}({string.Join(", ", property.DefaultEnvironment.Select(Text))})";
        return given is null ? environment : $"{environment} ?? {given}";
    }

    public static string Obsolete(string message) => $"[global::System.Obsolete({Text(message)})]";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Default(TypeSpec type, JsonElement value, Bindings bindings)
    {
        if (type.Kind != TypeKind.Enum)
        {
            return Value(value);
        }

        var name = bindings.Types.Element(type, Shape.Input);
        var member = bindings.EnumOf(type).Values.FirstOrDefault(v => v.Value == value.ToString())
            ?? throw new SchemaException($"default '{value}' is no value of enum {type.Token}.");
        return name + "." + EnumMembers.Name(member, PackageNames.Class(type.Token));
    }
}
