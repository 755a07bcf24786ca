using System.Security.Cryptography;

namespace Engine.Secrets;

/// <summary>
/// A stack's <c>encryptionsalt</c>: <c>v1:&lt;salt&gt;:&lt;the word "pulumi", encrypted&gt;</c>. The second part tells whether a passphrase
/// is the right one.
/// </summary>
internal sealed class EncryptionSalt
{
    private const string Prefix = "v1:";
    private const string Proof = "pulumi";
    private const int SaltSize = 8;
    private const int KeySize = 32;
    private const int Iterations = 1_000_000;

    private readonly byte[] _salt;
    private readonly string _proof;

    private EncryptionSalt(string text, byte[] salt, string proof) => (Text, _salt, _proof) = (text, salt, proof);

    /// <summary>As in the stack's file and in the state.</summary>
    public string Text { get; }

    public static EncryptionSalt? TryParse(string text)
    {
        var salt = new byte[SaltSize];
        var colon = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.IndexOf(':', Prefix.Length) : -1;
        return colon > 0 && Convert.TryFromBase64String(text[Prefix.Length..colon], salt, out var length) && length == SaltSize
            ? new EncryptionSalt(text, salt, text[(colon + 1)..])
            : null;
    }

    /// <summary>A salt for a new stack.</summary>
    public static EncryptionSalt Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var proof = new PassphraseCrypter(DeriveKey(passphrase, salt)).Encrypt(Proof);
        return new EncryptionSalt($"{Prefix}{Convert.ToBase64String(salt)}:{proof}", salt, proof);
    }

    /// <summary>The key's crypter, or null when the passphrase is not the stack's. Takes some tenths of a second: on purpose.</summary>
    public PassphraseCrypter? Unlock(string passphrase)
    {
        var crypter = new PassphraseCrypter(DeriveKey(passphrase, _salt));
        try
        {
            return crypter.DecryptOnly(_proof) == Proof ? crypter : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal static byte[] DeriveKey(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeySize);
}
