namespace Engine.Values;

/// <summary>Which outputs of a resource are secret.</summary>
internal static class SecretValues
{
    /// <summary>The outputs with those marked secret whose name is listed, or whose input of the same name is secret.</summary>
    public static PropertyMap Spread(PropertyMap inputs, PropertyMap outputs, IReadOnlyList<string> secretOutputs)
    {
        bool IsSecret(string key) => secretOutputs.Contains(key) || inputs.Get(key) is PropertySecret;
        return outputs.Any(o => o.Value is not PropertySecret && IsSecret(o.Key))
            ? outputs.Select((key, value) => value is not PropertySecret && IsSecret(key) ? new PropertySecret(value) : value)
            : outputs;
    }
}
