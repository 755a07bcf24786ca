using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>Functions of the program that the engine calls: transforms and hooks. The server starts with the first of them.</summary>
internal sealed class Callbacks : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<IMessage>>> _functions = new();
    private readonly Lazy<Task<GrpcServer>> _server;

    public Callbacks() => _server = new(StartAsync);

    public async Task<Callback> AddAsync(Func<ByteString, CancellationToken, Task<IMessage>> function)
    {
        var token = Guid.NewGuid().ToString();
        _functions[token] = function;
        var server = await _server.Value.ConfigureAwait(false);
        return new() { Target = server.Address, Token = token };
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated)
            return;
        var server = await _server.Value.ConfigureAwait(false);
        await server.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<GrpcServer> StartAsync()
    {
        var server = new GrpcServer().Handle(CallbacksService.Invoke, InvokeAsync);
        await server.StartAsync().ConfigureAwait(false);
        return server;
    }

    private async Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellationToken)
    {
        if (!_functions.TryGetValue(request.Token, out var function))
            throw new RpcException(
                new Status(StatusCode.InvalidArgument, $"This program has no callback with the token '{request.Token}'.")
            );
        var response = await function(request.Request, cancellationToken).ConfigureAwait(false);
        return new() { Response = response.ToByteString() };
    }
}
