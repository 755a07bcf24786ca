using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Protocol;

/// <summary>gRPC's framing of one message: a byte "compressed", the length as four bytes big-endian, the message.</summary>
internal static class MessageFrame
{
    private const int HeaderBytes = 5;

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > Messages.MaxBytes)
        {
            throw Error(StatusCode.ResourceExhausted, $"the message to send is larger than max ({size} vs. {Messages.MaxBytes} bytes)");
        }
        var frame = GC.AllocateUninitializedArray<byte>(HeaderBytes + size);
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(HeaderBytes));
        return frame;
    }

    /// <summary>Reads the only message of a stream that carries exactly one.</summary>
    /// <exception cref="RpcException">The stream carries none, more than one, or one that is cut or damaged.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, CancellationToken cancel)
        where T : class, IMessage<T>, new()
    {
        var header = new byte[HeaderBytes];
        var got = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        if (got == 0)
        {
            throw Error(StatusCode.Internal, "the call carries no message");
        }
        if (got < HeaderBytes)
        {
            throw Cut();
        }
        if (header[0] != 0)
        {
            throw Error(
                StatusCode.Internal,
                "a compressed message came in, though no compression was agreed (grpc-encoding: identity is the only one)"
            );
        }
        var size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (size > Messages.MaxBytes)
        {
            throw Error(StatusCode.ResourceExhausted, $"received message larger than max ({size} vs. {Messages.MaxBytes} bytes)");
        }
        var buffer = ArrayPool<byte>.Shared.Rent((int)size);
        try
        {
            got = await stream
                .ReadAtLeastAsync(buffer.AsMemory(0, (int)size), (int)size, throwOnEndOfStream: false, cancel)
                .ConfigureAwait(false);
            if (got < size)
            {
                throw Cut();
            }
            if (await stream.ReadAsync(header.AsMemory(0, 1), cancel).ConfigureAwait(false) != 0)
            {
                throw Error(StatusCode.Internal, "more than one message came in for a call that carries one");
            }
            return Messages.Parse<T>(new ArraySegment<byte>(buffer, 0, (int)size));
        }
        catch (InvalidProtocolBufferException invalid)
        {
            throw Error(StatusCode.Internal, $"the message is not a valid {new T().Descriptor.FullName}: {invalid.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static RpcException Cut() => Error(StatusCode.Internal, "the peer ended the stream in the middle of a message");

    private static RpcException Error(StatusCode code, string detail) => new(new Status(code, detail));
}
