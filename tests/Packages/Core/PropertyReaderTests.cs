using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;

namespace Packages.Tests.Core;

public sealed class PropertyReaderTests
{
    private static Value Struct(params (string Key, Value Value)[] members) =>
        Wire.Struct(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));

    [Fact]
    public void A_secret_anywhere_makes_the_whole_secret_and_keeps_the_value()
    {
        var data = WireValues.Read(Struct(("open", Value.ForString("o")), ("closed", Wire.Secret(Value.ForString("c")))));

        data.IsSecret.ShouldBeTrue();
        data.Value.ShouldBeOfType<ImmutableDictionary<string, object?>>()["closed"].ShouldBe("c");
    }

    [Fact]
    public void An_unknown_anywhere_makes_the_whole_unknown() =>
        WireValues.Read(Wire.List([Value.ForString("a"), Wire.Unknown()])).IsKnown.ShouldBeFalse();

    [Fact]
    public void Members_of_the_engine_are_left_out() =>
        WireValues
            .Read(Struct(("__inputs", Value.ForBool(true)), ("a", Value.ForNumber(1))))
            .Value.ShouldBeOfType<ImmutableDictionary<string, object?>>()
            .Keys.ShouldBe(["a"]);

    [Fact]
    public async Task Output_values_bring_their_dependencies()
    {
        var data = WireValues.Read(Wire.OutputValue(Value.ForNumber(2), isKnown: true, isSecret: true, ["urn:pulumi:s::p::a:b:C::n"]));

        (data.Value, data.IsKnown, data.IsSecret).ShouldBe((2.0, true, true));
        (await data.Resources.Single().Urn.DataTask).Value.ShouldBe("urn:pulumi:s::p::a:b:C::n");
    }

    [Fact]
    public void An_unknown_signature_is_refused() =>
        Should
            .Throw<InvalidOperationException>(() => WireValues.Read(Struct((WireSignatures.Key, Value.ForString("new")))))
            .Message.ShouldContain("'new'");
}
