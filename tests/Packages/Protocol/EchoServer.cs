using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Protocol;

/// <summary>A server with one method of each behaviour, and a channel to it.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly GrpcServer server;

    private EchoServer(GrpcServer server)
    {
        this.server = server;
        Channel = new PeerChannel(server.Address);
    }

    public PeerChannel Channel { get; }

    public string Address => server.Address;

    /// <summary>Echoes RegisterResource's object as the response's; everything else is up to <paramref name="configure"/>.</summary>
    public static async Task<EchoServer> StartAsync(Action<GrpcServer>? configure = null)
    {
        var server = new GrpcServer().Handle(ResourceMonitorService.RegisterResource, (request, _) =>
            Task.FromResult(new RegisterResourceResponse { Urn = request.Name, Object = request.Object })
        );
        configure?.Invoke(server);
        await server.StartAsync();
        return new EchoServer(server);
    }

    public Task<RegisterResourceResponse> Register(string name, Struct? properties = null) =>
        Channel.CallAsync(
            ResourceMonitorService.RegisterResource,
            new RegisterResourceRequest { Name = name, Object = properties ?? new Struct() }
        );

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await server.DisposeAsync();
    }
}
