using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Engine.Values;

namespace Engine.Secrets;

/// <summary>
/// Pulumi's passphrase secrets: AES-256-GCM under a key from PBKDF2. What was decrypted is encrypted to the same text again, once each, so
/// that secrets which
/// do not change leave the state as it is, and equal secrets still cannot be told from their ciphertexts.
/// </summary>
internal sealed class PassphraseCrypter(byte[] key) : ICrypter
{
    private const string Version = "v1";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _known = new(StringComparer.Ordinal);

    public string Encrypt(string plaintext) =>
        _known.TryGetValue(plaintext, out var queue) && queue.TryDequeue(out var ciphertext)
            ? ciphertext
            : Encrypt(plaintext, RandomNumberGenerator.GetBytes(NonceSize));

    public string Decrypt(string ciphertext)
    {
        var plaintext = DecryptOnly(ciphertext);
        _known.GetOrAdd(plaintext, _ => new()).Enqueue(ciphertext);
        return plaintext;
    }

    internal string Encrypt(string plaintext, byte[] nonce)
    {
        var bytes = Encoding.UTF8.GetBytes(plaintext);
        var sealedBytes = new byte[bytes.Length + TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, bytes, sealedBytes.AsSpan(0, bytes.Length), sealedBytes.AsSpan(bytes.Length));
        return $"{Version}:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedBytes)}";
    }

    /// <exception cref="CryptographicException">The key is another, or the text was changed.</exception>
    internal string DecryptOnly(string ciphertext)
    {
        var parts = ciphertext.Split(':');
        if (
            parts is not [Version, var nonceText, var sealedText]
            || !TryBase64(nonceText, out var nonce)
            || !TryBase64(sealedText, out var sealedBytes)
            || nonce.Length != NonceSize
            || sealedBytes.Length < TagSize
        )
        {
            throw new CryptographicException("the ciphertext does not have the form v1:<nonce>:<data>");
        }

        var plain = new byte[sealedBytes.Length - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(nonce, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var ok = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return ok;
    }
}
