using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>Values as messages hold them.</summary>
internal static class WireValues
{
    /// <exception cref="FormatException">A special object is not understood.</exception>
    public static PropertyMap FromStruct(Struct? wire) =>
        wire is null ? PropertyMap.Empty : new(wire.Fields.Select(f => KeyValuePair.Create(f.Key, FromValue(f.Value))));

    public static PropertyValue FromValue(Value wire)
    {
        switch (wire.KindCase)
        {
            case Value.KindOneofCase.BoolValue:
                return wire.BoolValue;
            case Value.KindOneofCase.NumberValue:
                return wire.NumberValue;
            case Value.KindOneofCase.StringValue:
                return Sentinels.IsUnknown(wire.StringValue) ? PropertyValue.Computed : wire.StringValue;
            case Value.KindOneofCase.ListValue:
                return new PropertyArray(wire.ListValue.Values.Select(FromValue));
            case Value.KindOneofCase.StructValue:
                var members = FromStruct(wire.StructValue);
                return members.GetText(Sentinels.SignatureKey) is { } signature ? SpecialObjects.Decode(signature, members) : members;
            default:
                return PropertyValue.Null;
        }
    }

    public static Struct ToStruct(PropertyMap map, WireOptions options)
    {
        var wire = new Struct();
        foreach (var (key, value) in map)
        {
            wire.Fields[key] = ToValue(value, options);
        }

        return wire;
    }

    public static Value ToValue(PropertyValue value, WireOptions options)
    {
        switch (value)
        {
            case PropertyNull:
                return Value.ForNull();
            case PropertyBool b:
                return Value.ForBool(b.Value);
            case PropertyNumber n:
                return Value.ForNumber(n.Value);
            case PropertyString s:
                return Value.ForString(s.Value);
            case PropertyComputed:
                return Value.ForString(Sentinels.Unknown);
            case PropertyArray array:
                var list = new ListValue();
                list.Values.AddRange(array.Select(item => ToValue(item, options)));
                return new Value { ListValue = list };
            case PropertyMap map:
                return Value.ForStruct(ToStruct(map, options));
            case PropertySecret secret when !options.Secrets:
                return ToValue(secret.Value, options);
            case PropertyReference { Id: null } component when !options.References:
                return Value.ForString(component.Urn.Value);
            case PropertyReference resource when !options.References:
                return ToValue(resource.Id!, options);
            case PropertyOutput output when !options.Outputs:
                var plain = output.Value ?? PropertyValue.Computed;
                return ToValue(output.IsSecret ? new PropertySecret(plain) : plain, options);
            default:
                return Value.ForStruct(ToStruct(SpecialObjects.Encode(value), options));
        }
    }
}
