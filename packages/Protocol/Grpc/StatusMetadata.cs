using System.Globalization;
using System.Text;
using Grpc.Core;

namespace Pulumi.Protocol;

/// <summary>A status as header or trailer fields: <c>grpc-status</c>, <c>grpc-message</c> (percent-encoded UTF-8) and
/// <c>grpc-status-details-bin</c> (base64).</summary>
internal static class StatusMetadata
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Details = "grpc-status-details-bin";

    // Peers limit header lists (grpc-go: 16 MiB); larger details are left out, so that the status itself still arrives.
    private const int MaxDetailBytes = 1024 * 1024;

    public static IEnumerable<(string Name, string Value)> Fields(RpcException error)
    {
        yield return (Status, ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture));
        if (error.Trailers.GetValueBytes(Details) is { Length: <= MaxDetailBytes } details)
        {
            yield return (Details, Convert.ToBase64String(details).TrimEnd('='));
        }
        if (error.Status.Detail.Length > 0)
        {
            yield return (Message, Encode(error.Status.Detail));
        }
    }

    internal static string Encode(string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (b is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
        return text.ToString();
    }
}
