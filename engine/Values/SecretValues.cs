namespace Engine.Values;

/// <summary>What is secret and what is unknown in values.</summary>
internal static class SecretValues
{
    /// <summary>The value without any secret wrapper, at any depth.</summary>
    public static PropertyValue Unwrap(PropertyValue value) =>
        value switch
        {
            PropertySecret secret => Unwrap(secret.Value),
            PropertyOutput output => Unwrap(output.Value ?? PropertyValue.Computed),
            PropertyMap map => map.Select((_, member) => Unwrap(member)),
            PropertyArray array => new PropertyArray(array.Select(Unwrap)),
            _ => value,
        };

    public static bool ContainsUnknown(PropertyValue value) =>
        value switch
        {
            PropertyComputed => true,
            PropertySecret secret => ContainsUnknown(secret.Value),
            PropertyOutput output => output.Value is null || ContainsUnknown(output.Value),
            PropertyReference reference => reference.Id is PropertyComputed,
            PropertyMap map => map.Values.Any(ContainsUnknown),
            PropertyArray array => array.Any(ContainsUnknown),
            PropertyArchive archive => archive.Assets is { } assets && ContainsUnknown(assets),
            _ => false,
        };

    public static bool ContainsSecret(PropertyValue value) =>
        value switch
        {
            PropertySecret => true,
            PropertyOutput output => output.IsSecret || (output.Value is { } inner && ContainsSecret(inner)),
            PropertyMap map => map.Values.Any(ContainsSecret),
            PropertyArray array => array.Any(ContainsSecret),
            PropertyArchive archive => archive.Assets is { } assets && ContainsSecret(assets),
            _ => false,
        };

    /// <summary>The outputs with those marked secret whose name is listed, or whose input of the same name is secret.</summary>
    public static PropertyMap Spread(PropertyMap inputs, PropertyMap outputs, IReadOnlyList<string> secretOutputs)
    {
        bool IsSecret(string key) => secretOutputs.Contains(key) || inputs.Get(key) is PropertySecret;
        return outputs.Any(o => o.Value is not PropertySecret && IsSecret(o.Key))
            ? outputs.Select((key, value) => value is not PropertySecret && IsSecret(key) ? new PropertySecret(value) : value)
            : outputs;
    }
}
