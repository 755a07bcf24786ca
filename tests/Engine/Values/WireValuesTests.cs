using Engine.Values;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Tests.Values;

public sealed class WireValuesTests
{
    private static readonly WireOptions Everything = new(Secrets: true, References: true, Outputs: true);

    [Fact]
    public void What_is_sent_is_received() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(PropertyValues.OnTheWire(), value => WireValues.FromStruct(WireValues.ToStruct(value, Everything)).ShouldBe(value))
        );

    [Fact]
    public void Who_does_not_know_secrets_and_references_gets_what_they_hold()
    {
        var plain = new WireOptions(Secrets: false, References: false);
        WireValues.ToValue(new PropertySecret("s"), plain).StringValue.ShouldBe("s");
        WireValues.ToValue(new PropertyReference(new Urn("urn:pulumi:s::p::t:m:T::n"), "id"), plain).StringValue.ShouldBe("id");
        WireValues
            .ToValue(new PropertyReference(new Urn("urn:pulumi:s::p::c::n"), null), plain)
            .StringValue.ShouldBe("urn:pulumi:s::p::c::n");
        WireValues.ToValue(new PropertyOutput(null, true, []), plain).StringValue.ShouldBe(Sentinels.Unknown);
    }

    [Fact]
    public void Each_of_the_seven_unknowns_is_understood() =>
        WireValues.FromValue(Value.ForString("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")).ShouldBe(PropertyValue.Computed);
}
