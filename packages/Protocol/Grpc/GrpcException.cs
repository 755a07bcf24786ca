using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>
/// A call that ended with a status other than OK. The client throws it; a server's handler throws it to answer with that status, message
/// and details.
/// </summary>
public sealed class GrpcException : Exception
{
    /// <param name="code">The status; never <see cref="GrpcStatusCode.OK"/>.</param>
    /// <param name="message">The status message, as the peer sees it.</param>
    /// <param name="details">Typed details, packed into google.rpc.Status.</param>
    public GrpcException(GrpcStatusCode code, string message, params IEnumerable<IMessage> details)
        : this(code, message, Pack(code, message, details), null) { }

    internal GrpcException(GrpcStatusCode code, string message, byte[]? statusBytes, Exception? inner)
        : base(message, inner)
    {
        Code = code;
        StatusBytes = statusBytes;
    }

    /// <summary>The status.</summary>
    public GrpcStatusCode Code { get; }

    /// <summary>What came in, or goes out, as <c>grpc-status-details-bin</c>; null when the call carries no details.</summary>
    public Google.Rpc.Status? Status => StatusBytes is null ? null : Read(StatusBytes);

    /// <summary>Kept as bytes: most calls end without details, and then their types need not be loaded.</summary>
    internal byte[]? StatusBytes { get; }

    /// <summary>The first detail of the given type, or null.</summary>
    public T? Detail<T>()
        where T : class, IMessage<T>, new()
    {
        foreach (var any in Status?.Details ?? [])
        {
            if (any.TryUnpack<T>(out var detail))
            {
                return detail;
            }
        }
        return null;
    }

    private static byte[]? Pack(GrpcStatusCode code, string message, IEnumerable<IMessage> details)
    {
        var packed = details.Select(Google.Protobuf.WellKnownTypes.Any.Pack).ToList();
        return packed.Count == 0 ? null : Write(code, message, packed);
    }

    private static byte[] Write(GrpcStatusCode code, string message, IEnumerable<Google.Protobuf.WellKnownTypes.Any> details) =>
        new Google.Rpc.Status
        {
            Code = (int)code,
            Message = message,
            Details = { details },
        }.ToByteArray();

    // Details that cannot be read are no reason to hide the error that they belong to.
    private static Google.Rpc.Status? Read(byte[] bytes)
    {
        try
        {
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(bytes), int.MaxValue, MessageFrame.MaxRecursion);
            return Google.Rpc.Status.Parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
