using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>
/// A call that ended with a status other than OK. The client throws it; a server's handler throws it to answer with that status, message and details.
/// </summary>
public sealed class GrpcException : Exception
{
    /// <param name="code">The status; never <see cref="GrpcStatusCode.OK"/>.</param>
    /// <param name="message">The status message, as the peer sees it.</param>
    /// <param name="details">Typed details, packed into google.rpc.Status.</param>
    public GrpcException(GrpcStatusCode code, string message, params IEnumerable<IMessage> details)
        : this(code, message, Pack(code, message, details), null)
    {
    }

    internal GrpcException(GrpcStatusCode code, string message, Google.Rpc.Status? status, Exception? inner)
        : base(message, inner)
    {
        Code = code;
        Status = status;
    }

    /// <summary>The status.</summary>
    public GrpcStatusCode Code { get; }

    /// <summary>What came in, or goes out, as <c>grpc-status-details-bin</c>; null when the call carries no details.</summary>
    public Google.Rpc.Status? Status { get; }

    /// <summary>The first detail of the given type, or null.</summary>
    public T? Detail<T>() where T : class, IMessage<T>, new()
    {
        foreach (var any in Status?.Details ?? [])
        {
            if (any.TryUnpack<T>(out var detail)) { return detail; }
        }
        return null;
    }

    private static Google.Rpc.Status? Pack(GrpcStatusCode code, string message, IEnumerable<IMessage> details)
    {
        var packed = details.Select(Google.Protobuf.WellKnownTypes.Any.Pack).ToList();
        return packed.Count == 0 ? null : new Google.Rpc.Status { Code = (int)code, Message = message, Details = { packed } };
    }
}
