using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Engine.Providers.Random;

/// <summary>The bcrypt password hash in its <c>$2a$</c> form, as kept in the state of a RandomPassword.</summary>
internal static class BCrypt
{
    /// <value>2^10 rounds, what the published provider uses.</value>
    public const int Cost = 10;

    /// <value>bcrypt looks at no more bytes of a password than this.</value>
    public const int MaxPasswordBytes = 72;

    private const int SaltBytes = 16;
    private const int HashBytes = 23;
    public const string Alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Magic = "OrpheanBeholderScryDoubt";

    public static string Hash(string password) => Hash(password, RandomNumberGenerator.GetBytes(SaltBytes), Cost);

    public static string Hash(string password, ReadOnlySpan<byte> salt, int cost)
    {
        var key = Key(password);
        var cipher = new Blowfish();
        cipher.Expand(key, salt);
        for (var round = 1L << cost; round > 0; round--)
        {
            cipher.Expand(key, []);
            cipher.Expand(salt, []);
        }

        return $"$2a${cost:00}${Encode(salt)}{Encode(Seal(cipher).AsSpan(0, HashBytes))}";
    }

    // The key ends in a zero byte; only its first 72 bytes count.
    private static byte[] Key(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password + '\0');
        return bytes.Length <= MaxPasswordBytes ? bytes : bytes[..MaxPasswordBytes];
    }

    private static byte[] Seal(Blowfish cipher)
    {
        var text = Encoding.ASCII.GetBytes(Magic);
        for (var i = 0; i < text.Length; i += 8)
        {
            var left = BinaryPrimitives.ReadUInt32BigEndian(text.AsSpan(i));
            var right = BinaryPrimitives.ReadUInt32BigEndian(text.AsSpan(i + 4));
            for (var n = 0; n < 64; n++)
            {
                cipher.Encrypt(ref left, ref right);
            }

            BinaryPrimitives.WriteUInt32BigEndian(text.AsSpan(i), left);
            BinaryPrimitives.WriteUInt32BigEndian(text.AsSpan(i + 4), right);
        }

        return text;
    }

    // bcrypt's base64 is the usual one with another alphabet and no padding.
    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int held = 0,
            bits = 0;
        foreach (var b in bytes)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 6; bits -= 6)
            {
                text.Append(Alphabet[(held >> (bits - 6)) & 63]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(held << (6 - bits)) & 63]).ToString();
    }
}
