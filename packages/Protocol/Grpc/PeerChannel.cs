using System.Net;
using System.Net.Sockets;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Pulumi.Protocol;

/// <summary>
/// Calls the services of one peer over HTTP/2 without TLS. Safe for any number of concurrent calls; connections are opened as they need
/// them.
/// </summary>
/// <example>
/// <code>
/// using var channel = new PeerChannel("127.0.0.1:4711");
/// var answer = await channel.CallAsync(ResourceMonitorService.SupportsFeature, new SupportsFeatureRequest { Id = "secrets" });
/// </code>
/// </example>
public sealed class PeerChannel : IDisposable
{
    // Error details come in a trailer, and may hold a whole resource.
    private static readonly int MaxHeaderKilobytes = 4096;

    private readonly GrpcChannel channel;
    private readonly CallInvoker invoker;

    /// <param name="address"><c>host:port</c>, without a scheme, as in <c>PULUMI_MONITOR</c>.</param>
    /// <exception cref="ArgumentException">The address is no host and port.</exception>
    public PeerChannel(string address)
    {
        if (!Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri) || uri.PathAndQuery != "/")
        {
            throw new ArgumentException($"'{address}' is no gRPC address. Expected host:port, such as 127.0.0.1:4711.", nameof(address));
        }
        channel = GrpcChannel.ForAddress(
            uri,
            new GrpcChannelOptions
            {
                HttpHandler = new SocketsHttpHandler
                {
                    UseProxy = false,
                    UseCookies = false,
                    AllowAutoRedirect = false,
                    ActivityHeadersPropagator = null,
                    // One connection carries as many streams as the peer allows, by default 100 or so; hundreds of registrations wait on
                    // each other.
                    EnableMultipleHttp2Connections = true,
                    PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                    PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
                    MaxResponseHeadersLength = MaxHeaderKilobytes,
                    ConnectCallback = ConnectAsync,
                },
                DisposeHttpClient = true,
                MaxReceiveMessageSize = Messages.MaxBytes,
                MaxSendMessageSize = Messages.MaxBytes,
                CompressionProviders = [],
            }
        );
        invoker = channel.CreateCallInvoker();
    }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <param name="method">Which method, such as <see cref="EngineService.Log"/>.</param>
    /// <param name="request">At most 400 MiB when serialized.</param>
    /// <param name="options">A deadline, of which the peer is told, or a token that gives up the call. Default: waits for ever.</param>
    /// <exception cref="RpcException">The call ended with another status than OK, and this is the status' message;
    /// <see cref="StatusCode.Unavailable"/> when the peer cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> fired.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        UnaryMethod<TRequest, TResponse> method,
        TRequest request,
        CallOptions options = default
    )
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            using var call = invoker.AsyncUnaryCall(method, host: null, options, request);
            return await call.ConfigureAwait(false);
        }
        catch (RpcException) when (options.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(options.CancellationToken);
        }
        catch (RpcException error)
        {
            // The library's message is for developers: Status(StatusCode="NotFound", Detail="…").
            throw new RpcException(error.Status, error.Trailers, error.Status.Detail);
        }
    }

    /// <summary>Closes the connections; calls under way fail.</summary>
    public void Dispose() => channel.Dispose();

    // An address of numbers needs no resolver, whose first use takes time that a starting program does not have.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var peer = context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket
                .ConnectAsync(IPAddress.TryParse(peer.Host, out var ip) ? new IPEndPoint(ip, peer.Port) : peer, cancel)
                .ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
