using System.Net;
using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>Statuses for calls that failed below gRPC, as the gRPC specification maps them.</summary>
internal static class TransportError
{
    public static GrpcException From(Exception error, string path, string address)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpProtocolException reset)
            {
                return Reset(reset, path, address);
            }
            if (inner is SocketException socket)
            {
                return new GrpcException(
                    GrpcStatusCode.Unavailable,
                    $"{path}: nothing answers at {address} ({socket.Message})",
                    null,
                    error
                );
            }
        }
        return new GrpcException(
            GrpcStatusCode.Unavailable,
            $"{path}: the connection to {address} was lost ({error.Message})",
            null,
            error
        );
    }

    public static GrpcException From(HttpStatusCode http, Uri uri) =>
        new(
            (int)http switch
            {
                400 => GrpcStatusCode.Internal,
                401 => GrpcStatusCode.Unauthenticated,
                403 => GrpcStatusCode.PermissionDenied,
                404 => GrpcStatusCode.Unimplemented,
                429 or 502 or 503 or 504 => GrpcStatusCode.Unavailable,
                _ => GrpcStatusCode.Unknown,
            },
            $"{uri.AbsolutePath} at {uri.Authority} answered with HTTP status {(int)http} instead of a gRPC status"
        );

    // RST_STREAM and GOAWAY carry these HTTP/2 error codes.
    private static GrpcException Reset(HttpProtocolException reset, string path, string address)
    {
        var code = reset.ErrorCode switch
        {
            0x7 => GrpcStatusCode.Unavailable,
            0x8 => GrpcStatusCode.Cancelled,
            0xB => GrpcStatusCode.ResourceExhausted,
            0xC => GrpcStatusCode.PermissionDenied,
            _ => GrpcStatusCode.Internal,
        };
        return new GrpcException(code, $"{path}: {address} ended the call (HTTP/2 error {reset.ErrorCode})", null, reset);
    }
}
