using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi.Serialization;

/// <summary>The values that have a form of their own on the wire.</summary>
internal static class Wire
{
    public static Value Unknown() => Value.ForString(WireSignatures.Unknown);

    public static Value Secret(Value? value) => Signed(WireSignatures.Secret, ("value", value ?? Value.ForNull()));

    public static Value Asset(string kind, Value value) => Signed(WireSignatures.Asset, (kind, value));

    public static Value Archive(string kind, Value value) => Signed(WireSignatures.Archive, (kind, value));

    public static Value ResourceReference(string urn, string? id)
    {
        var reference = Signed(WireSignatures.ResourceReference, ("urn", Value.ForString(urn)));
        if (id is not null)
            reference.StructValue.Fields["id"] = Value.ForString(id);
        return reference;
    }

    public static Value OutputValue(Value? value, bool isKnown, bool isSecret, IEnumerable<string> dependencies)
    {
        var output = Signed(WireSignatures.OutputValue);
        var fields = output.StructValue.Fields;
        if (isKnown)
            fields["value"] = value ?? Value.ForNull();
        if (isSecret)
            fields["secret"] = Value.ForBool(true);
        var urns = List(dependencies.Select(Value.ForString));
        if (urns.ListValue.Values.Count > 0)
            fields["dependencies"] = urns;
        return output;
    }

    public static Value List(IEnumerable<Value?> values)
    {
        var list = new ListValue();
        list.Values.AddRange(values.Select(value => value ?? Value.ForNull()));
        return new() { ListValue = list };
    }

    public static Value Struct(IEnumerable<KeyValuePair<string, Value>> members)
    {
        var fields = new Struct();
        foreach (var (key, value) in members)
            fields.Fields[key] = value;
        return Value.ForStruct(fields);
    }

    private static Value Signed(string signature, params ReadOnlySpan<(string Key, Value Value)> members)
    {
        var fields = new Struct { Fields = { [WireSignatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in members)
            fields.Fields[key] = value;
        return Value.ForStruct(fields);
    }
}
