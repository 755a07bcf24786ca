using Engine.Values;

namespace Engine.Masking;

/// <summary>Values and messages about them, as they may be shown.</summary>
internal static class MaskedValues
{
    public static PropertyMap Of(PropertyMap map) => (PropertyMap)Of((PropertyValue)map);

    public static PropertyValue Of(PropertyValue value) => value.Rewrite(visit => Shown(visit.Value));

    /// <summary>A message without the secrets of the object that it is about: servers like to repeat the values that they refuse. Here
    /// secrets of three characters are masked too, as most of the message is about them.</summary>
    public static string In(PropertyValue about, string message)
    {
        var secrets = new KnownSecrets();
        secrets.Learn(about);
        return about
            .All()
            .Where(visit => visit.IsSecret)
            .Select(visit => visit.Value)
            .OfType<PropertyString>()
            .Where(text => text.Value.Length == TextIndex.Shortest - 1)
            .Aggregate(secrets.Mask(message), (text, secret) => text.Replace(secret.Value, PropertySecret.Shown, StringComparison.Ordinal));
    }

    private static PropertyValue Shown(PropertyValue value) =>
        value switch
        {
            _ when value.IsSecret() => PropertySecret.Shown,
            PropertyOutput output => Shown(output.Value ?? PropertyValue.Computed),
            _ => value,
        };
}
