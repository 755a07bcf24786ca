using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Types;

/// <summary>C# types of schema types, per position. All names are complete (global::), so that nothing of a package can hide
/// them.</summary>
public sealed class TypeNames(Bindings bindings)
{
    private const string Pulumi = "global::Pulumi.";
    private const string Json = "global::System.Text.Json.JsonElement";

    /// <summary>The type of an input property that may be an output: <c>Input&lt;T&gt;</c> and its kin.</summary>
    public string Input(TypeSpec type, Shape shape) =>
        type.Plain
            ? KnownCollection(type, shape)
            : type.Kind switch
            {
                TypeKind.Array => $"{Pulumi}InputList<{Element(type.Element!, shape)}>",
                TypeKind.Map => $"{Pulumi}InputMap<{Element(type.Element!, shape)}>",
                TypeKind.Json => Pulumi + "InputJson",
                TypeKind.Union => Alternatives(type, shape) switch
                {
                    [var only] => $"{Pulumi}Input<{only}>",
                    [var first, var second] => $"{Pulumi}InputUnion<{first}, {second}>",
                    _ => "object",
                },
                _ => $"{Pulumi}Input<{Element(type, shape)}>",
            };

    /// <summary>The type of an input property that must be known: mutable collections at the top.</summary>
    public string PlainInput(TypeSpec type, Shape shape) =>
        type.Kind switch
        {
            TypeKind.Array => $"List<{Element(type.Element!, shape)}>",
            TypeKind.Map => $"Dictionary<string, {Element(type.Element!, shape)}>",
            _ => Element(type, shape),
        };

    /// <summary>A collection that must be known holds elements that need not be, unless they are marked plain themselves.</summary>
    private string KnownCollection(TypeSpec type, Shape shape) =>
        type.Kind switch
        {
            TypeKind.Array => $"List<{Input(type.Element!, shape)}>",
            TypeKind.Map => $"Dictionary<string, {Input(type.Element!, shape)}>",
            _ => Element(type, shape),
        };

    /// <summary>The type of an output, and of whatever is inside another type.</summary>
    public string Element(TypeSpec type, Shape shape) =>
        type.Kind switch
        {
            TypeKind.String => "string",
            TypeKind.Boolean => "bool",
            TypeKind.Integer => "int",
            TypeKind.Number => "double",
            TypeKind.Any => "object",
            TypeKind.Json => Json,
            TypeKind.Asset => Pulumi + "AssetOrArchive",
            TypeKind.Archive => Pulumi + "Archive",
            TypeKind.Array => $"ImmutableArray<{Element(type.Element!, shape)}>",
            TypeKind.Map => $"ImmutableDictionary<string, {Element(type.Element!, shape)}>",
            TypeKind.Union => Alternatives(type, shape) switch
            {
                [var only] => only,
                [var first, var second] => $"{Pulumi}Union<{first}, {second}>",
                _ => "object",
            },
            TypeKind.Enum => Global(bindings.NamesOf(type).Namespace(type.Token), PackageNames.Class(type.Token)),
            TypeKind.Resource => Global(bindings.NamesOf(type).Namespace(type.Token), PackageNames.Class(type.Token)),
            TypeKind.Provider => Global(bindings.NamesOf(type).Root, "Provider"),
            TypeKind.Object => Global(ObjectNamespace(type, shape), ObjectClass(type, shape)),
            _ => throw new SchemaException($"{type.Kind} has no C# type."),
        };

    public string ObjectNamespace(TypeSpec type, Shape shape) =>
        bindings.NamesOf(type).NestedNamespace(type.Token, IsOutput(shape) ? "Outputs" : "Inputs");

    public string ObjectClass(TypeSpec type, Shape shape)
    {
        var names = bindings.NamesOf(type);
        var suffixed = names.Schema.CSharp.IsBridge || names.Schema.CSharp.IsKubernetes;
        return PackageNames.Class(type.Token)
            + shape switch
            {
                Shape.Input => "Args",
                Shape.State => "GetArgs",
                Shape.FunctionInput => suffixed ? "InputArgs" : "Args",
                Shape.FunctionPlain => suffixed ? "Args" : "",
                Shape.FunctionOutput => suffixed ? "Result" : "",
                _ => "",
            };
    }

    /// <summary>Value types are nullable by Nullable&lt;T&gt; and need no initialiser when required.</summary>
    public static bool IsValueType(TypeSpec type) =>
        type.Kind is TypeKind.Boolean or TypeKind.Integer or TypeKind.Number or TypeKind.Json or TypeKind.Enum or TypeKind.Array;

    /// <summary>In outputs, a union with an enum is a union with the enum's primitive.</summary>
    private List<string> Alternatives(TypeSpec type, Shape shape) =>
        [
            .. type
                .Alternatives.Select(a => IsOutput(shape) && a.Kind == TypeKind.Enum ? new TypeSpec(bindings.EnumOf(a).Underlying) : a)
                .Select(a => Element(a, shape))
                .Distinct(),
        ];

    private static bool IsOutput(Shape shape) => shape is Shape.Output or Shape.FunctionOutput;

    private static string Global(string space, string name) => $"global::{space}.{name}";
}
