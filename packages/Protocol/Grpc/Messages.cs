using System.Buffers;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Grpc.Core;

namespace Pulumi.Protocol;

/// <summary>How messages become bytes and bytes messages.</summary>
internal static class Messages
{
    /// <summary>What every Pulumi peer allows, in bytes: 400 MiB.</summary>
    public const int MaxBytes = 400 * 1024 * 1024;

    /// <summary>
    /// Google.Protobuf stops at 100 nested messages; each level of a Struct is three (Struct, entry, Value), and Kubernetes objects nest
    /// deeper than 33.
    /// Kept below what the stack of a pool thread holds: serializing has no limit of its own and would end the process.
    /// </summary>
    public const int MaxRecursion = 3_000;

    public static Marshaller<T> Marshaller<T>()
        where T : class, IMessage<T>, new() => new(Write, Read<T>);

    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message, or nest too deep.</exception>
    public static T Parse<T>(ArraySegment<byte> bytes)
        where T : class, IMessage<T>, new()
    {
        var message = new T();
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, MaxRecursion);
        message.MergeFrom(input);
        return message;
    }

    private static void Write<T>(T message, SerializationContext context)
        where T : class, IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    // The payload is one array, which is not copied: it may have hundreds of MiB.
    private static T Read<T>(DeserializationContext context)
        where T : class, IMessage<T>, new() =>
        Parse<T>(
            context.PayloadAsReadOnlySequence() is { IsSingleSegment: true } payload
            && MemoryMarshal.TryGetArray(payload.First, out var bytes)
                ? bytes
                : context.PayloadAsNewBuffer()
        );
}
