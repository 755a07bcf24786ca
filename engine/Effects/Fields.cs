using Engine.Values;

namespace Engine.Effects;

/// <summary>Reads fields of objects. What is secret has the text <c>[secret]</c>; what is unknown, or not there, has none.</summary>
internal static class Fields
{
    public static PropertyValue? At(this PropertyValue? value, params ReadOnlySpan<string> keys) => Read(value, keys).Value;

    public static string? TextAt(this PropertyValue? value, params ReadOnlySpan<string> keys) =>
        Read(value, keys) switch
        {
            (PropertyString, true) => PropertySecret.Shown,
            (PropertyString text, _) => text.Value,
            _ => null,
        };

    public static double? NumberAt(this PropertyValue? value, params ReadOnlySpan<string> keys) =>
        (Read(value, keys).Value as PropertyNumber)?.Value;

    public static bool IsUnknownAt(this PropertyValue? value, params ReadOnlySpan<string> keys) =>
        Read(value, keys).Value is PropertyComputed;

    public static IReadOnlyList<PropertyValue> ItemsAt(this PropertyValue? value, params ReadOnlySpan<string> keys) =>
        Read(value, keys).Value is PropertyArray array ? [.. array] : [];

    /// <summary>The members whose value is a readable text.</summary>
    public static IReadOnlyDictionary<string, string> TextsAt(this PropertyValue? value, params ReadOnlySpan<string> keys) =>
        Read(value, keys).Value is PropertyMap map
            ? map.Where(member => member.Value is PropertyString)
                .ToDictionary(member => member.Key, member => ((PropertyString)member.Value).Value)
            : new Dictionary<string, string>();

    /// <summary>All readable texts in it, however deep.</summary>
    public static IEnumerable<string> AllTexts(PropertyValue? value) =>
        (value?.All() ?? [])
            .Where(visit => !visit.IsSecret)
            .Select(visit => visit.Value)
            .OfType<PropertyString>()
            .Select(text => text.Value);

    /// <summary>Whether anything in it is known only after the update. A secret that could not be read is known then and now.</summary>
    public static bool HasUnknowns(PropertyValue? value) =>
        value?.Contains(part => part is PropertyComputed or PropertyOutput { Value: null }) == true;

    private static (PropertyValue? Value, bool IsSecret) Read(PropertyValue? value, ReadOnlySpan<string> keys)
    {
        var isSecret = false;
        value = Open(value, ref isSecret);
        foreach (var key in keys)
        {
            value = Open((value as PropertyMap)?.Get(key), ref isSecret);
        }

        return (value, isSecret);
    }

    private static PropertyValue? Open(PropertyValue? value, ref bool isSecret)
    {
        while (value is PropertySecret or PropertyOutput)
        {
            isSecret |= value is PropertySecret or PropertyOutput { IsSecret: true };
            value = value is PropertySecret secret ? secret.Value : ((PropertyOutput)value).Value ?? PropertyValue.Computed;
        }

        return value;
    }
}
