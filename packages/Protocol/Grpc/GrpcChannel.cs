using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Pulumi.Protocol;

/// <summary>
/// Calls the services of one peer over HTTP/2 without TLS. Safe for any number of concurrent calls; connections are opened as they need
/// them.
/// </summary>
/// <example>
/// <code>
/// using var channel = new GrpcChannel("127.0.0.1:4711");
/// var answer = await channel.CallAsync(ResourceMonitorService.SupportsFeature, new SupportsFeatureRequest { Id = "secrets" });
/// </code>
/// </example>
public sealed class GrpcChannel : IDisposable
{
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    // Error details come in a trailer, and may hold a whole resource.
    private static readonly int MaxHeaderKilobytes = 4096;

    private readonly HttpMessageInvoker invoker;
    private readonly string authority;

    /// <param name="address"><c>host:port</c>, without a scheme, as in <c>PULUMI_MONITOR</c>.</param>
    /// <exception cref="ArgumentException">The address is no host and port.</exception>
    public GrpcChannel(string address)
    {
        if (!Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri) || uri.PathAndQuery != "/")
        {
            throw new ArgumentException($"'{address}' is no gRPC address. Expected host:port, such as 127.0.0.1:4711.", nameof(address));
        }
        Address = address;
        authority = $"http://{address}";
        invoker = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
                // One connection carries as many streams as the peer allows, by default 100 or so; hundreds of registrations wait on each
                // other.
                EnableMultipleHttp2Connections = true,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
                MaxResponseHeadersLength = MaxHeaderKilobytes,
                ConnectCallback = ConnectAsync,
            }
        );
    }

    /// <summary>The peer's <c>host:port</c>.</summary>
    public string Address { get; }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <param name="method">Which method, such as <see cref="EngineService.Log"/>.</param>
    /// <param name="request">At most 400 MiB when serialized.</param>
    /// <param name="deadline">How long to wait; the peer is told. Default: for ever.</param>
    /// <param name="cancel">Gives up the call; the peer is told.</param>
    /// <exception cref="GrpcException">The call ended with another status than OK; <see cref="GrpcStatusCode.Unavailable"/> when the peer
    /// cannot be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> fired.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        TimeSpan? deadline = null,
        CancellationToken cancel = default
    )
        where TRequest : class, Google.Protobuf.IMessage<TRequest>, new()
        where TResponse : class, Google.Protobuf.IMessage<TResponse>, new()
    {
        using var http = new HttpRequestMessage(HttpMethod.Post, authority + method.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(MessageFrame.Write(request)) { Headers = { ContentType = Grpc } },
        };
        http.Headers.TryAddWithoutValidation("te", "trailers");
        if (deadline is { } time)
        {
            http.Headers.TryAddWithoutValidation(GrpcTimeout.Header, GrpcTimeout.Format(time));
        }

        using var expiry = deadline is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (deadline is { } wait)
        {
            expiry!.CancelAfter(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
        try
        {
            return await SendAsync<TResponse>(http, expiry?.Token ?? cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested && expiry is { IsCancellationRequested: true })
        {
            throw new GrpcException(GrpcStatusCode.DeadlineExceeded, $"{method.Path} at {Address} did not answer within {deadline}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            cancel.ThrowIfCancellationRequested();
            throw TransportError.From(e, method.Path, Address);
        }
    }

    /// <summary>Closes the connections; calls under way fail.</summary>
    public void Dispose() => invoker.Dispose();

    private async Task<TResponse> SendAsync<TResponse>(HttpRequestMessage http, CancellationToken cancel)
        where TResponse : class, Google.Protobuf.IMessage<TResponse>, new()
    {
        using var response = await invoker.SendAsync(http, cancel).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw TransportError.From(response.StatusCode, http.RequestUri!);
        }

        // "Trailers only": an error that has no message comes as headers alone.
        if (response.Headers.NonValidated.Contains(StatusMetadata.Status))
        {
            throw StatusMetadata.Error(name => Field(response.Headers, name))
                ?? new GrpcException(GrpcStatusCode.Internal, "the peer answered OK, without a message");
        }
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!type.StartsWith("application/grpc", StringComparison.Ordinal))
        {
            throw new GrpcException(
                GrpcStatusCode.Unknown,
                $"the peer at {Address} is no gRPC server: it answered with content type '{type}'"
            );
        }

        using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var message = await MessageFrame.ReadAsync<TResponse>(body, cancel).ConfigureAwait(false);
        if (!response.TrailingHeaders.NonValidated.Contains(StatusMetadata.Status))
        {
            throw new GrpcException(GrpcStatusCode.Internal, "the peer ended the call without a status");
        }
        if (StatusMetadata.Error(name => Field(response.TrailingHeaders, name)) is { } error)
        {
            throw error;
        }
        return message ?? throw new GrpcException(GrpcStatusCode.Internal, "the peer answered OK, without a message");
    }

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

    private static string? Field(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
