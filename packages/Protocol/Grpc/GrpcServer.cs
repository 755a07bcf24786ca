using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Protocol;

/// <summary>
/// Serves unary methods over HTTP/2 without TLS on 127.0.0.1, on a port that the system chooses. Kestrel is used bare: no host, no routing,
/// no logging.
/// A handler throws <see cref="RpcException"/> to answer with a status of its own; any other exception is answered as UNKNOWN with its
/// message.
/// </summary>
/// <example>
/// <code>
/// await using var server = new GrpcServer()
///     .Handle(EngineService.Log, (request, cancel) => { Show(request); return Task.FromResult(new Empty()); });
/// await server.StartAsync();
/// Environment.SetEnvironmentVariable("PULUMI_ENGINE", server.Address);
/// </code>
/// </example>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly Dictionary<string, UnaryHandler> handlers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private KestrelServer? kestrel;
    private string? address;

    /// <summary><c>127.0.0.1:port</c>, as peers expect it.</summary>
    /// <exception cref="InvalidOperationException">The server was not started.</exception>
    public string Address => address ?? throw new InvalidOperationException("The gRPC server has no address before StartAsync.");

    /// <summary>The port that the system chose.</summary>
    public int Port => int.Parse(Address.AsSpan(Address.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Serves a method. All methods are named before <see cref="StartAsync"/>; any other is answered as UNIMPLEMENTED.</summary>
    /// <param name="method">Which method.</param>
    /// <param name="handler">Its token fires when the caller gives up, its deadline passes, or the server stops.</param>
    public GrpcServer Handle<TRequest, TResponse>(
        UnaryMethod<TRequest, TResponse> method,
        Func<TRequest, CancellationToken, Task<TResponse>> handler
    )
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        handlers.Add(method.FullName, async (body, cancel) =>
        {
            var request = await MessageFrame.ReadAsync<TRequest>(body, cancel).ConfigureAwait(false);
            return await handler(request, cancel).ConfigureAwait(false);
        });
        return this;
    }

    /// <summary>Starts to listen.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxConcurrentConnections = null;
        // A peer may be silent for minutes between two calls; closing would race with its next one. (Kestrel's sum overflows at an infinite
        // time: it then closes within a second.)
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
        // A program registers all its resources at once, and each call waits for the resource to exist.
        options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        options.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
        options.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { Backlog = 1024 }),
            NullLoggerFactory.Instance
        );
        kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await kestrel.StartAsync(new GrpcApplication(handlers, stopping.Token), cancel).ConfigureAwait(false);
        var url = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        address = new Uri(url).Authority;
    }

    /// <summary>Tells running handlers to stop, waits a moment for them, and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        // Kestrel's Dispose blocks; on another thread, so that a handler may be what ends the server.
        await stopping.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (kestrel is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await kestrel.StopAsync(patience.Token).ConfigureAwait(false);
            kestrel.Dispose();
        }
        stopping.Dispose();
    }
}
