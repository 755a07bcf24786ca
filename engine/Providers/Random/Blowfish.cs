using System.Buffers.Binary;
using System.Numerics;

namespace Engine.Providers.Random;

/// <summary>The Blowfish cipher with the expensive key schedule that bcrypt builds on (Provos and Mazières, 1999).</summary>
internal sealed class Blowfish
{
    private const int Rounds = 16;
    private const int BoxSize = 256;
    private const int WordCount = Rounds + 2 + (4 * BoxSize);

    // The cipher's constants are the first binary digits of pi's fraction, so they are computed rather than listed: nothing to mistype.
    private static readonly Lazy<uint[]> PiDigits = new(FractionOfPi);

    private readonly uint[] _subkeys;
    private readonly uint[] _boxes;

    public Blowfish()
    {
        _subkeys = PiDigits.Value[..(Rounds + 2)];
        _boxes = PiDigits.Value[(Rounds + 2)..];
    }

    /// <summary>Mixes the key, and the salt where there is one (16 bytes), into the subkeys and boxes.</summary>
    public void Expand(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt)
    {
        var position = 0;
        for (var i = 0; i < _subkeys.Length; i++)
        {
            _subkeys[i] ^= NextWord(key, ref position);
        }

        uint left = 0,
            right = 0;
        position = 0;
        Span<uint> fourWords = stackalloc uint[4];
        if (!salt.IsEmpty)
        {
            for (var i = 0; i < fourWords.Length; i++)
            {
                fourWords[i] = BinaryPrimitives.ReadUInt32BigEndian(salt[(4 * i)..]);
            }
        }

        Fill(_subkeys, fourWords, ref left, ref right, ref position);
        Fill(_boxes, fourWords, ref left, ref right, ref position);
    }

    public void Encrypt(ref uint left, ref uint right)
    {
        uint l = left,
            r = right;
        for (var i = 0; i < Rounds; i += 2)
        {
            l ^= _subkeys[i];
            r ^= Feistel(l);
            r ^= _subkeys[i + 1];
            l ^= Feistel(r);
        }

        left = r ^ _subkeys[Rounds + 1];
        right = l ^ _subkeys[Rounds];
    }

    private void Fill(uint[] target, ReadOnlySpan<uint> salt, ref uint left, ref uint right, ref int position)
    {
        for (var i = 0; i < target.Length; i += 2)
        {
            left ^= salt[position % 4];
            right ^= salt[(position + 1) % 4];
            position += 2;
            Encrypt(ref left, ref right);
            target[i] = left;
            target[i + 1] = right;
        }
    }

    private uint Feistel(uint x) =>
        ((_boxes[x >> 24] + _boxes[BoxSize + ((x >> 16) & 0xFF)]) ^ _boxes[(2 * BoxSize) + ((x >> 8) & 0xFF)])
        + _boxes[(3 * BoxSize) + (x & 0xFF)];

    private static uint NextWord(ReadOnlySpan<byte> key, ref int position)
    {
        uint word = 0;
        for (var i = 0; i < 4; i++)
        {
            word = (word << 8) | key[position];
            position = (position + 1) % key.Length;
        }

        return word;
    }

    private static uint[] FractionOfPi()
    {
        const int guardBits = 64;
        const int bits = (WordCount * 32) + guardBits;
        // Machin: pi = 16 atan(1/5) - 4 atan(1/239).
        var pi = (16 * InverseTangent(5, bits)) - (4 * InverseTangent(239, bits));
        var fraction = (pi - (new BigInteger(3) << bits)) >> guardBits;
        var bytes = fraction.ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[WordCount * 4];
        bytes.CopyTo(padded, padded.Length - bytes.Length);
        return [.. Enumerable.Range(0, WordCount).Select(i => BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(4 * i)))];
    }

    private static BigInteger InverseTangent(int inverse, int bits)
    {
        var power = (BigInteger.One << bits) / inverse;
        var sum = power;
        for (var divisor = 3; !power.IsZero; divisor += 2)
        {
            power /= -inverse * inverse;
            sum += power / divisor;
        }

        return sum;
    }
}
