using Engine.Values;

namespace Engine.Effects;

/// <summary>Values in which lists of named things, such as containers and variables, are maps by name: one that is added in the middle
/// changes no other.</summary>
internal static class KeyedForm
{
    public static PropertyMap Of(PropertyMap map) => map.Select((_, value) => Of(value));

    private static PropertyValue Of(PropertyValue value) =>
        value switch
        {
            PropertyMap map => Of(map),
            PropertySecret { IsUnreadable: false } secret => new PropertySecret(Of(secret.Value)),
            PropertyOutput { Value: { } known } output => output.IsSecret ? new PropertySecret(Of(known)) : Of(known),
            PropertyArray array when Names(array) is { } names => new PropertyMap(
                names.Zip(array, (name, item) => KeyValuePair.Create(name, (PropertyValue)Of(((PropertyMap)item).Without("name"))))
            ),
            PropertyArray array => new PropertyArray(array.Select(Of)),
            _ => value,
        };

    private static List<string>? Names(PropertyArray array)
    {
        var names = array.Select(item => (item as PropertyMap)?.GetText("name")).OfType<string>().Distinct().ToList();
        return names.Count > 0 && names.Count == array.Count ? names : null;
    }
}
