using Engine.Values;

namespace Engine.Secrets;

/// <summary>For previews where the key is not at hand: every secret stays unread. Nothing is ever written then.</summary>
internal sealed class UnreadableCrypter : ICrypter
{
    public string Encrypt(string plaintext) => throw new InvalidOperationException("A preview encrypts nothing.");

    public string? Decrypt(string ciphertext) => null;
}
