using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>One unary method of a service: its path on the wire and the types of its two messages.</summary>
/// <param name="Service">Full name of the service, such as <c>pulumirpc.Engine</c>.</param>
/// <param name="Name">Name of the method, such as <c>Log</c>.</param>
public sealed record GrpcMethod<TRequest, TResponse>(string Service, string Name)
    where TRequest : class, IMessage<TRequest>, new()
    where TResponse : class, IMessage<TResponse>, new()
{
    /// <summary>The HTTP/2 path, such as <c>/pulumirpc.Engine/Log</c>.</summary>
    public string Path { get; } = $"/{Service}/{Name}";
}
