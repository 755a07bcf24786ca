using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>gRPC's framing of one message: a byte "compressed", the length as four bytes big-endian, the message.</summary>
internal static class MessageFrame
{
    /// <summary>What every Pulumi peer allows, in bytes: 400 MiB.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>
    /// Google.Protobuf stops at 100 nested messages; each level of a Struct is three (Struct, entry, Value), and Kubernetes objects nest
    /// deeper than 33.
    /// Kept below what the stack of a pool thread holds: serializing has no limit of its own and would end the process.
    /// </summary>
    public const int MaxRecursion = 3_000;

    private const int HeaderBytes = 5;

    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > MaxMessageBytes)
        {
            throw new GrpcException(
                GrpcStatusCode.ResourceExhausted,
                $"the message to send is larger than max ({size} vs. {MaxMessageBytes} bytes)"
            );
        }
        var frame = GC.AllocateUninitializedArray<byte>(HeaderBytes + size);
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(HeaderBytes));
        return frame;
    }

    /// <summary>Reads the only message of a stream that carries exactly one; null when the stream ends before its first byte.</summary>
    public static async Task<T?> ReadAsync<T>(Stream stream, CancellationToken cancel)
        where T : class, IMessage<T>, new()
    {
        var header = new byte[HeaderBytes];
        var got = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        if (got == 0)
        {
            return null;
        }
        if (got < HeaderBytes)
        {
            throw Cut();
        }
        if (header[0] != 0)
        {
            throw new GrpcException(
                GrpcStatusCode.Internal,
                "a compressed message came in, though no compression was agreed (grpc-encoding: identity is the only one)"
            );
        }
        var size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (size > MaxMessageBytes)
        {
            throw new GrpcException(
                GrpcStatusCode.ResourceExhausted,
                $"received message larger than max ({size} vs. {MaxMessageBytes} bytes)"
            );
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
                throw new GrpcException(GrpcStatusCode.Internal, "more than one message came in for a call that carries one");
            }
            return Parse<T>(buffer, (int)size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static T Parse<T>(byte[] buffer, int size)
        where T : class, IMessage<T>, new()
    {
        var message = new T();
        try
        {
            using var input = CodedInputStream.CreateWithLimits(
                new MemoryStream(buffer, 0, size, writable: false),
                int.MaxValue,
                MaxRecursion
            );
            message.MergeFrom(input);
        }
        catch (InvalidProtocolBufferException invalid)
        {
            throw new GrpcException(
                GrpcStatusCode.Internal,
                $"the message is not a valid {message.Descriptor.FullName}: {invalid.Message}",
                null,
                invalid
            );
        }
        return message;
    }

    private static GrpcException Cut() => new(GrpcStatusCode.Internal, "the peer ended the stream in the middle of a message");
}
