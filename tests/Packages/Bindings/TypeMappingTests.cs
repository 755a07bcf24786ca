using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Packages.Tests.Bindings;

/// <summary>C# types per position, as in the table of the published packages' names.</summary>
public sealed class TypeMappingTests
{
    private const string Color = """{"$ref":"#/types/x:m:Color"}""";
    private const string Thing = """{"$ref":"#/types/x:m:Thing"}""";

    [Theory]
    [InlineData("""{"type":"string"}""", "Pulumi.Input<string>", "string", "string")]
    [InlineData("""{"type":"integer"}""", "Pulumi.Input<int>", "int", "int")]
    [InlineData("""{"type":"number"}""", "Pulumi.Input<double>", "double", "double")]
    [InlineData("""{"type":"array","items":{"type":"boolean"}}""", "Pulumi.InputList<bool>", "List<bool>", "ImmutableArray<bool>")]
    [InlineData("""{"type":"object"}""", "Pulumi.InputMap<string>", "Dictionary<string, string>", "ImmutableDictionary<string, string>")]
    [InlineData(
        """{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}""",
        "Pulumi.InputMap<ImmutableArray<string>>",
        "Dictionary<string, ImmutableArray<string>>",
        "ImmutableDictionary<string, ImmutableArray<string>>"
    )]
    [InlineData("""{"$ref":"pulumi.json#/Any"}""", "Pulumi.Input<object>", "object", "object")]
    [InlineData("""{"$ref":"pulumi.json#/Json"}""", "Pulumi.InputJson", "System.Text.Json.JsonElement", "System.Text.Json.JsonElement")]
    [InlineData(
        """{"type":"array","items":{"$ref":"pulumi.json#/Json"}}""",
        "Pulumi.InputList<System.Text.Json.JsonElement>",
        "List<System.Text.Json.JsonElement>",
        "ImmutableArray<System.Text.Json.JsonElement>"
    )]
    [InlineData(
        """{"$ref":"pulumi.json#/Asset"}""",
        "Pulumi.Input<Pulumi.AssetOrArchive>",
        "Pulumi.AssetOrArchive",
        "Pulumi.AssetOrArchive"
    )]
    [InlineData("""{"$ref":"pulumi.json#/Archive"}""", "Pulumi.Input<Pulumi.Archive>", "Pulumi.Archive", "Pulumi.Archive")]
    [InlineData(Color, "Pulumi.Input<Pulumi.X.M.Color>", "Pulumi.X.M.Color", "Pulumi.X.M.Color")]
    [InlineData(Thing, "Pulumi.Input<Pulumi.X.M.Inputs.ThingArgs>", "Pulumi.X.M.Inputs.ThingArgs", "Pulumi.X.M.Outputs.Thing")]
    [InlineData(
        $$"""{"oneOf":[{"type":"string"},{{Color}}]}""",
        "Pulumi.InputUnion<string, Pulumi.X.M.Color>",
        "Pulumi.Union<string, Pulumi.X.M.Color>",
        "string"
    )]
    [InlineData(
        $$"""{"oneOf":[{"type":"integer"},{{Color}}]}""",
        "Pulumi.InputUnion<int, Pulumi.X.M.Color>",
        "Pulumi.Union<int, Pulumi.X.M.Color>",
        "Pulumi.Union<int, string>"
    )]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"string"}]}""", "Pulumi.Input<string>", "string", "string")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"}]}""", "object", "object", "object")]
    [InlineData(
        """{"type":"array","items":{"oneOf":[{"type":"string"},{"type":"integer"}]}}""",
        "Pulumi.InputList<Pulumi.Union<string, int>>",
        "List<Pulumi.Union<string, int>>",
        "ImmutableArray<Pulumi.Union<string, int>>"
    )]
    [InlineData("""{"$ref":"#/resources/x:m:R"}""", "Pulumi.Input<Pulumi.X.M.R>", "Pulumi.X.M.R", "Pulumi.X.M.R")]
    [InlineData(
        """{"$ref":"/tiny/v1.2.3/schema.json#/provider"}""",
        "Pulumi.Input<Pulumi.Tiny.Provider>",
        "Pulumi.Tiny.Provider",
        "Pulumi.Tiny.Provider"
    )]
    [InlineData(
        """{"$ref":"/tiny/v1.2.3/schema.json#/types/tiny:garden%2FSoil:Soil"}""",
        "Pulumi.Input<Pulumi.Tiny.Garden.Inputs.SoilArgs>",
        "Pulumi.Tiny.Garden.Inputs.SoilArgs",
        "Pulumi.Tiny.Garden.Outputs.Soil"
    )]
    [InlineData("""{"$ref":"#/types/x:m:Gone","type":"string"}""", "Pulumi.Input<string>", "string", "string")]
    public void Each_type_has_its_form_as_input_plain_input_and_output(string json, string input, string plain, string output)
    {
        var type = Fixtures.Type(json);
        var schema = new PackageSchema("x", "", new("^(.*)$"), new())
        {
            Provider = new("pulumi:providers:x", ObjectSpec.Empty, ObjectSpec.Empty),
            Resources = [],
            Functions = new Dictionary<string, FunctionSpec>(),
            Objects = new Dictionary<string, ObjectSpec> { ["x:m:Thing"] = ObjectSpec.Empty },
            Enums = new Dictionary<string, EnumSpec> { ["x:m:Color"] = new(TypeKind.String, []) },
        };
        var names = new Pulumi.Generator.Types.Bindings(schema, [Fixtures.Tiny]).Types;

        Short(names.Input(type, Shape.Input)).ShouldBe(input);
        Short(names.PlainInput(type, Shape.Input)).ShouldBe(plain);
        Short(names.Element(type, Shape.Output)).ShouldBe(output);
    }

    [Fact]
    public void A_plain_collection_holds_inputs_unless_its_elements_are_plain_too()
    {
        var inputs = Fixtures.Tiny.Resources.Single(r => r.Token.EndsWith("Keeper", StringComparison.Ordinal)).Inputs;
        string Of(string name) => Short(Fixtures.OfTiny.Types.Input(inputs.Properties.Single(p => p.Name == name).Type, Shape.Input));

        Of("months").ShouldBe("List<int>");
        Of("soils").ShouldBe("Dictionary<string, Pulumi.Input<Pulumi.Tiny.Garden.Inputs.SoilArgs>>");
        Of("count").ShouldBe("int");
    }

    [Theory]
    [InlineData(Shape.Input, "SoilArgs")]
    [InlineData(Shape.State, "SoilGetArgs")]
    [InlineData(Shape.FunctionInput, "SoilInputArgs")]
    [InlineData(Shape.FunctionPlain, "SoilArgs")]
    [InlineData(Shape.Output, "Soil")]
    [InlineData(Shape.FunctionOutput, "SoilResult")]
    public void An_object_type_is_a_class_per_use(Shape shape, string expected) =>
        Fixtures.OfTiny.Types.ObjectClass(new TypeSpec(TypeKind.Object) { Token = "tiny:garden/Soil:Soil" }, shape).ShouldBe(expected);

    [Theory]
    [InlineData("""{"type":"tuple"}""", "type 'tuple' is not known. Allowed: string, boolean, integer, number, array, object.")]
    [InlineData(
        """{"$ref":"#/types/x:m:Gone"}""",
        "$ref '#/types/x:m:Gone' names nothing in the schema. Allowed: a type, resource or provider of this package or of one given as "
            + "a reference."
    )]
    [InlineData(
        """{"$ref":"#/resources/x:m:Gone"}""",
        "$ref '#/resources/x:m:Gone' names nothing in the schema. Allowed: a type, resource or provider of this package or of one given "
            + "as a reference."
    )]
    [InlineData(
        """{"$ref":"/other/v1/schema.json#/types/other:m:T"}""",
        "the schema refers to package 'other', whose schema was not given as a reference."
    )]
    public void What_cannot_be_bound_is_said(string json, string message) =>
        Should.Throw<SchemaException>(() => Fixtures.Type(json)).Message.ShouldBe(message);

    private static string Short(string type) => type.Replace("global::", "", StringComparison.Ordinal);
}
