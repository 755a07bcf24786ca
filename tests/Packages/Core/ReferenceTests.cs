using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;
using Pulumirpc;

namespace Packages.Tests.Core;

/// <summary>Resources that travel as arguments, and the packages that they come from.</summary>
public sealed class ReferenceTests
{
    private static string UrnOf(string name) => FakeEngine.Urn("test:index:Thing", name);

    [Fact]
    public async Task A_resource_as_argument_travels_as_reference_and_comes_back_as_object()
    {
        await using var engine = new FakeEngine();
        engine.AnswerInvoke = request =>
            request.Tok == "pulumi:pulumi:getResource"
                ? new()
                {
                    Return = Wire.Struct([
                        new("urn", request.Args.Fields["urn"]),
                        new("id", Value.ForString("i-9")),
                        new("state", Wire.Struct([new("size", Value.ForNumber(9))])),
                    ]).StructValue,
                }
                : new() { Return = Wire.Struct([new("thing", Wire.ResourceReference(UrnOf("nine"), "i-9"))]).StructValue };

        await engine.RunAsync(() =>
        {
            var thing = new Thing("nine", new() { Size = 9 });
            var found = Deployment.Instance.InvokeSingle<Thing>("test:index:find", InvokeArgs.Empty);
            return new Dictionary<string, object?> { ["reference"] = thing, ["size"] = found.Apply(t => t.Size) };
        });

        engine.StackOutputs.Fields["size"].NumberValue.ShouldBe(9);
        WireValues
            .Text(engine.StackOutputs.Fields["reference"])
            .ShouldBe($"{{{WireSignatures.Key}:'{WireSignatures.ResourceReference}',id:'id-of-nine',urn:'{UrnOf("nine")}'}}");
    }

    [Fact]
    public async Task A_parameterized_package_is_registered_once_and_named_by_its_resources()
    {
        await using var engine = new FakeEngine();
        var package = new Pulumi.RegisterPackageRequest(
            "terraform-provider",
            "1.0.0",
            null,
            null,
            new Pulumi.RegisterPackageRequest.PackageParameterization("dns", "3.0.0", [1, 2])
        );

        await engine.RunAsync(() =>
        {
            _ = new CustomResource("dns:index:Record", "a", ResourceArgs.Empty, null, package);
            _ = new CustomResource("dns:index:Record", "b", ResourceArgs.Empty, null, package);
        });

        engine.Packages.Single().Parameterization.Name.ShouldBe("dns");
        engine.Registered("b").PackageRef.ShouldBe("ref-terraform-provider");
    }
}
