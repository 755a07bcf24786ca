using Engine.Values;

namespace Engine.Effects;

/// <summary>Values in which lists of named things, such as containers and variables, are maps by name: one that is added in the middle
/// changes no other.</summary>
internal static class KeyedForm
{
    public static PropertyMap Of(PropertyMap map) => (PropertyMap)map.Rewrite(visit => Keyed(visit.Value));

    private static PropertyValue Keyed(PropertyValue value) =>
        value switch
        {
            PropertyOutput { Value: { } known } output => output.IsSecret ? new PropertySecret(known) : Keyed(known),
            PropertyArray array when Names(array) is { } names => new PropertyMap(
                names.Zip(array, (name, item) => KeyValuePair.Create(name, (PropertyValue)((PropertyMap)item).Without("name")))
            ),
            _ => value,
        };

    private static List<string>? Names(PropertyArray array)
    {
        var names = array.Select(item => (item as PropertyMap)?.GetText("name")).OfType<string>().Distinct().ToList();
        return names.Count > 0 && names.Count == array.Count ? names : null;
    }
}
