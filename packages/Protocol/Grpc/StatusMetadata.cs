using System.Globalization;
using System.Text;

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

    public static IEnumerable<(string Name, string Value)> Fields(GrpcException error)
    {
        yield return (Status, ((int)error.Code).ToString(CultureInfo.InvariantCulture));
        var details = error.StatusBytes;
        if (details is { Length: <= MaxDetailBytes })
        {
            yield return (Details, Convert.ToBase64String(details).TrimEnd('='));
        }
        if (error.Message.Length > 0)
        {
            yield return (Message, Encode(error.Message));
        }
    }

    /// <summary>The error that the fields tell, or null for OK.</summary>
    public static GrpcException? Error(Func<string, string?> field)
    {
        if (!int.TryParse(field(Status), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return new GrpcException(GrpcStatusCode.Unknown, $"the peer answered with grpc-status '{field(Status)}', which is no number");
        }
        if (code == 0)
        {
            return null;
        }
        var message = Decode(field(Message) ?? "");
        var known = code <= (int)GrpcStatusCode.Unauthenticated ? (GrpcStatusCode)code : GrpcStatusCode.Unknown;
        return new GrpcException(known, message, DecodeDetails(field(Details)), null);
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

    /// <summary>Anything that is no valid escape stays as it came: a garbled message is better than none.</summary>
    internal static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b)
            )
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    // "-bin" fields come with or without padding.
    private static byte[]? DecodeDetails(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return null;
        }
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? bytes[..length]
            : null;
    }
}
