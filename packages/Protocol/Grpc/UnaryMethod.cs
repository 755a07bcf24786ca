using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Protocol;

/// <summary>One unary method of a service. Its messages are read and written by <see cref="Messages"/>, with limits of Pulumi's.</summary>
/// <param name="service">Full name of the service, such as <c>pulumirpc.Engine</c>.</param>
/// <param name="name">Name of the method, such as <c>Log</c>.</param>
public sealed class UnaryMethod<TRequest, TResponse>(string service, string name)
    : Method<TRequest, TResponse>(MethodType.Unary, service, name, Messages.Marshaller<TRequest>(), Messages.Marshaller<TResponse>())
    where TRequest : class, IMessage<TRequest>, new()
    where TResponse : class, IMessage<TResponse>, new();
