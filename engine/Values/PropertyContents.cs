namespace Engine.Values;

/// <summary>Looks through the wrappers that a value may carry: secrets and outputs.</summary>
internal static class PropertyContents
{
    /// <summary>The value itself, without the secrets and outputs around it.</summary>
    public static PropertyValue Plain(this PropertyValue value) =>
        value switch
        {
            PropertySecret secret => secret.Value.Plain(),
            PropertyOutput output => output.Value?.Plain() ?? PropertyValue.Computed,
            _ => value,
        };

    /// <summary>The value without wrappers at any depth.</summary>
    public static PropertyValue PlainDeep(this PropertyValue value) => value.Rewrite(visit => visit.Value.Plain());

    /// <summary>Whether one of the wrappers around the value says that it is secret.</summary>
    public static bool IsSecret(this PropertyValue value) =>
        value is PropertySecret or PropertyOutput { IsSecret: true } || (value is PropertyOutput { Value: { } known } && known.IsSecret());

    public static bool ContainsSecret(this PropertyValue value) => value.Contains(IsSecret);

    /// <summary>Whether anything in the value is not known; a secret that could not be read is not.</summary>
    public static bool ContainsUnknown(this PropertyValue value) =>
        value.Contains(part => part is PropertyComputed or PropertyOutput { Value: null } or PropertySecret { IsUnreadable: true });

    public static PropertyValue AsSecret(this PropertyValue value) => value.IsSecret() ? value : new PropertySecret(value);

    /// <summary>The member as an object; empty when there is none or it is something else.</summary>
    public static PropertyMap Map(this PropertyMap map, string key) => map.Get(key)?.Plain() as PropertyMap ?? PropertyMap.Empty;

    /// <summary>The member's text; null when there is none, or it is unknown or something else.</summary>
    public static string? Text(this PropertyMap map, string key) => (map.Get(key)?.Plain() as PropertyString)?.Value;

    /// <summary>The member's number; null when there is none, or it is something else.</summary>
    public static double? Number(this PropertyMap map, string key) => (map.Get(key)?.Plain() as PropertyNumber)?.Value;

    /// <summary>Whether the member is there and true.</summary>
    public static bool Flag(this PropertyMap map, string key) => map.Get(key)?.Plain() is PropertyBool { Value: true };

    /// <summary>The objects of a list; none when there is no list.</summary>
    public static IEnumerable<PropertyMap> Items(this PropertyMap map, string key) =>
        map.Get(key)?.Plain() is PropertyArray list ? list.Select(item => item.Plain()).OfType<PropertyMap>() : [];
}
