using Engine.Values;

namespace Engine.Server;

/// <summary>Output values in what a program sends: where they come from, and what they hold.</summary>
internal static class OutputDependencies
{
    public static IReadOnlySet<Urn> Of(PropertyValue value) =>
        value.All().Select(visit => visit.Value).OfType<PropertyOutput>().SelectMany(output => output.Dependencies).ToHashSet();

    /// <summary>The same value with each output replaced by what it holds.</summary>
    public static PropertyMap Without(PropertyMap map) => (PropertyMap)map.Rewrite(visit => Held(visit.Value));

    private static PropertyValue Held(PropertyValue value) =>
        value switch
        {
            PropertyOutput { IsSecret: true } output => new PropertySecret(output.Value ?? PropertyValue.Computed),
            PropertyOutput output => Held(output.Value ?? PropertyValue.Computed),
            _ => value,
        };
}
