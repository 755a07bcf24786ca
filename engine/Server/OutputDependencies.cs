using Engine.Values;

namespace Engine.Server;

/// <summary>Output values in what a program sends: where they come from, and what they hold.</summary>
internal static class OutputDependencies
{
    public static IReadOnlySet<Urn> Of(PropertyValue value)
    {
        var found = new HashSet<Urn>();
        Collect(value, found);
        return found;
    }

    /// <summary>The same value with each output replaced by what it holds.</summary>
    public static PropertyMap Without(PropertyMap map) => map.Select((_, member) => Without(member));

    private static PropertyValue Without(PropertyValue value) =>
        value switch
        {
            PropertyOutput output when output.IsSecret => new PropertySecret(Without(output.Value ?? PropertyValue.Computed)),
            PropertyOutput output => Without(output.Value ?? PropertyValue.Computed),
            PropertySecret secret => new PropertySecret(Without(secret.Value)),
            PropertyMap map => Without(map),
            PropertyArray array => new PropertyArray(array.Select(Without)),
            _ => value,
        };

    private static void Collect(PropertyValue value, HashSet<Urn> found)
    {
        switch (value)
        {
            case PropertyOutput output:
                found.UnionWith(output.Dependencies);
                Collect(output.Value ?? PropertyValue.Null, found);
                break;
            case PropertySecret secret:
                Collect(secret.Value, found);
                break;
            case PropertyMap map:
                map.Values.ToList().ForEach(member => Collect(member, found));
                break;
            case PropertyArray array:
                array.ToList().ForEach(item => Collect(item, found));
                break;
        }
    }
}
