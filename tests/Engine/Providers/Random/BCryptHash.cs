using Engine.Providers.Random;

namespace Engine.Tests.Providers.Random;

/// <summary>Checks a password as a reader of the state would: by hashing it again with the hash's own salt and cost.</summary>
internal static class BCryptHash
{
    public static bool IsOf(string hash, string password)
    {
        var parts = hash.Split('$');
        return BCrypt.Hash(password, Decode(parts[3][..22]), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture))
            == hash;
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        int held = 0,
            bits = 0;
        foreach (var c in text)
        {
            held = (held << 6) | BCrypt.Alphabet.IndexOf(c, StringComparison.Ordinal);
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
