using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Engine.Server;

/// <summary>Calls functions of the program: transforms and hooks. One channel per address.</summary>
internal sealed class CallbackChannels : IDisposable
{
    private readonly ConcurrentDictionary<string, PeerChannel> _channels = [];

    /// <exception cref="RpcException">The function threw.</exception>
    public async Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Callback callback,
        TRequest request,
        MessageParser<TResponse> parser,
        CancellationToken cancellation
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var channel = _channels.GetOrAdd(callback.Target, target => new PeerChannel(target));
        var invoke = new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() };
        var answer = await channel.CallAsync(CallbacksService.Invoke, invoke, new CallOptions(cancellationToken: cancellation));
        return parser.ParseFrom(answer.Response);
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }
}
