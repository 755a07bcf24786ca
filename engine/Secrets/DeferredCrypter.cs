using Engine.Values;

namespace Engine.Secrets;

/// <summary>A crypter that is still being unlocked, which takes some tenths of a second, while other work goes on.</summary>
internal sealed class DeferredCrypter(Func<ICrypter> unlock) : ICrypter
{
    private readonly Lazy<ICrypter> _crypter = new(unlock);

    public string Encrypt(string plaintext) => _crypter.Value.Encrypt(plaintext);

    public string? Decrypt(string ciphertext) => _crypter.Value.Decrypt(ciphertext);
}
