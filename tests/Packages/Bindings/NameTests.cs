using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;

namespace Packages.Tests.Bindings;

public sealed class NameTests
{
    [Theory]
    [InlineData("hostIP", "HostIP")]
    [InlineData("x_kubernetes_int_or_string", "X_kubernetes_int_or_string")]
    [InlineData("abc-def-ghi", "AbcDefGhi")]
    [InlineData("Effect", "Effect")]
    [InlineData("default", "Default")]
    public void A_property_is_its_wire_name_with_an_upper_first_letter(string wire, string expected) =>
        Identifiers.Property(new PropertySpec(wire, new TypeSpec(TypeKind.String))).ShouldBe(expected);

    [Fact]
    public void The_schemas_name_for_a_property_is_taken_as_it_is() =>
        Identifiers
            .Property(new PropertySpec("policy", new TypeSpec(TypeKind.String)) { CSharpName = "PolicyDocument" })
            .ShouldBe("PolicyDocument");

    [Theory]
    [InlineData("$ref", "@ref")]
    [InlineData("$schema", "schema")]
    [InlineData("default", "@default")]
    [InlineData("Action", "Action")]
    [InlineData("grain-size", "grainSize")]
    public void A_constructor_parameter_keeps_the_case_of_its_first_letter(string wire, string expected) =>
        Identifiers.Parameter(wire).ShouldBe(expected);

    [Theory]
    [InlineData("FargateLinux", "FARGATE_LINUX", "FargateLinux")]
    [InlineData(null, "AL2_x86_64", "AL2_x86_64")]
    [InlineData(null, "LoadBalancer", "LoadBalancer")]
    [InlineData(null, "general-purpose", "General_purpose")]
    [InlineData(null, "a..b", "A_b")]
    [InlineData(null, "2012-10-17", "Version_2012_10_17")]
    [InlineData(null, "*", "Asterisk")]
    [InlineData(null, "7", "Seven")]
    [InlineData(null, "x", "X")]
    [InlineData(null, "Equals", "EqualsValue")]
    public void Enum_members_are_named_by_the_published_steps(string? name, string value, string expected) =>
        EnumMembers.Name(new EnumValueSpec(name, value, null), "Version").ShouldBe(expected);

    [Fact]
    public void A_lone_sign_makes_no_enum_member() =>
        Should
            .Throw<SchemaException>(() => EnumMembers.Name(new EnumValueSpec(null, "%", null), "Unit"))
            .Message.ShouldBe("enum Unit: value '%' makes no C# name. Give it a name in the schema.");

    [Theory]
    [InlineData("tiny:garden/tree:Tree", "Pulumi.Tiny.Garden")]
    [InlineData("tiny:odd/Size:Size", "Pulumi.Tiny.OddThings")]
    [InlineData("tiny:index/parse:parse", "Pulumi.Tiny")]
    [InlineData("tiny:some-new/part:Part", "Pulumi.Tiny.SomeNew")]
    [InlineData("pulumi:providers:tiny", "Pulumi.Tiny")]
    public void A_namespace_follows_from_the_tokens_module(string token, string expected) =>
        new PackageNames(Fixtures.Tiny).Namespace(token).ShouldBe(expected);

    [Fact]
    public void Nested_types_lie_below_the_module_or_for_Kubernetes_below_Types()
    {
        new PackageNames(Fixtures.Tiny).NestedNamespace("tiny:garden/Soil:Soil", "Inputs").ShouldBe("Pulumi.Tiny.Garden.Inputs");
        new PackageNames(Fixtures.Cloud)
            .NestedNamespace("cloud:apps.cloud.io/v1:DeploymentSpec", "Outputs")
            .ShouldBe("Pulumi.Cloud.Types.Outputs.Apps.V1");
        new PackageNames(Fixtures.Cloud).NestedNamespace("cloud:index:Settings", "Inputs").ShouldBe("Pulumi.Cloud.Types.Inputs.Provider");
    }
}
