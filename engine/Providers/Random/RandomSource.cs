using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engine.Providers.Random;

/// <summary>Draws numbers: from the system's generator, or always the same ones from a seed.</summary>
internal sealed class RandomSource(string? seed)
{
    // A seeded generator is wanted for values that repeat, never for secrets.
#pragma warning disable CA5394
    private readonly System.Random? _seeded = string.IsNullOrEmpty(seed)
        ? null
        : new System.Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))));

    /// <summary>A number from 0 up to, not including, the limit.</summary>
    public long Below(long limit)
    {
        if (_seeded is not null)
        {
            return _seeded.NextInt64(limit);
        }

        // Draws that would favour small numbers are thrown away.
        var range = (ulong)limit;
        var highest = ulong.MaxValue - (ulong.MaxValue % range);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        ulong drawn;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            drawn = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        } while (drawn >= highest);
        return (long)(drawn % range);
    }
#pragma warning restore CA5394

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Below(items.Count)];

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = (int)Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
