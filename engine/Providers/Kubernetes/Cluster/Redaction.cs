using System.Text;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Takes secrets out of what the API server says: it likes to repeat the values that it refuses.</summary>
internal static class Redaction
{
    private const string Shown = "[secret]";
    private const int ShortestSecret = 3;

    public static string Of(PropertyValue manifest, string message) =>
        Secrets(manifest, isSecret: false)
            .SelectMany(Forms)
            .Where(text => text.Length >= ShortestSecret)
            .Distinct()
            .OrderByDescending(text => text.Length)
            .Aggregate(message, (text, secret) => text.Replace(secret, Shown, StringComparison.Ordinal));

    private static IEnumerable<string> Secrets(PropertyValue value, bool isSecret) =>
        value switch
        {
            PropertySecret secret => Secrets(secret.Value, true),
            PropertyOutput { Value: { } inner } output => Secrets(inner, isSecret || output.IsSecret),
            PropertyMap map => map.Values.SelectMany(member => Secrets(member, isSecret)),
            PropertyArray list => list.SelectMany(item => Secrets(item, isSecret)),
            PropertyString text when isSecret => [text.Value],
            _ => [],
        };

    // A Secret's data is base64, and the server may quote either.
    private static IEnumerable<string> Forms(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var count) ? [text, Encoding.UTF8.GetString(buffer, 0, count)] : [text];
    }
}
