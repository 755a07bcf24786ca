using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Values;

/// <summary>Random values: all that a state can hold, and, where asked for, what only previews and calls hold.</summary>
internal static class PropertyValues
{
    private static readonly string[] Keys = ["a", "b", "metadata", "a.b/c", "with \"quotes\"", "ünïcode", "", "__inputs"];

    public static Arbitrary<PropertyMap> Stored() => Gen.Sized(size => Map(Math.Min(size, 4), withUnknowns: false)).ToArbitrary();

    public static Arbitrary<PropertyMap> OnTheWire() => Gen.Sized(size => Map(Math.Min(size, 4), withUnknowns: true)).ToArbitrary();

    private static Gen<PropertyMap> Map(int depth, bool withUnknowns) =>
        from keys in Gen.SubListOf(Keys)
        from values in Value(depth, withUnknowns).ListOf(keys.Count)
        select new PropertyMap(keys.Zip(values, KeyValuePair.Create));

    private static Gen<PropertyValue> Value(int depth, bool withUnknowns)
    {
        var leaf = Gen.OneOf(
            Gen.Constant(PropertyValue.Null),
            Gen.Elements<PropertyValue>(true, false),
            Gen.Elements<PropertyValue>(0, -1, 1.5, 1e21, 9007199254740991, 0.1),
            Gen.Elements<PropertyValue>("", "text", "line\nbreak", "</script>", "emoji \U0001F600"),
            Gen.Elements<PropertyValue>(
                new PropertyReference(new Urn("urn:pulumi:s::p::t:m:T::n"), "id", "1.2.3"),
                new PropertyReference(new Urn("urn:pulumi:s::p::c::n"), null),
                new PropertyAsset("text", null, null, "abc"),
                new PropertyArchive(null, "./dir", null, null)
            )
        );
        var unknown = Gen.Elements<PropertyValue>(
            PropertyValue.Computed,
            new PropertyReference(new Urn("urn:pulumi:s::p::t:m:T::n"), PropertyValue.Computed),
            new PropertyOutput(null, true, [new Urn("urn:pulumi:s::p::t:m:T::n")]),
            new PropertyOutput("v", false, [])
        );
        var simple = withUnknowns ? Gen.OneOf(leaf, unknown) : leaf;
        return depth <= 0
            ? simple
            : Gen.OneOf(
                simple,
                Value(depth - 1, withUnknowns).ListOf(3).Select(items => (PropertyValue)new PropertyArray(items)),
                Map(depth - 1, withUnknowns).Select(map => (PropertyValue)map),
                Value(depth - 1, withUnknowns).Select(value => (PropertyValue)new PropertySecret(value))
            );
    }
}
