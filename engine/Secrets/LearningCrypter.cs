using Engine.Values;

namespace Engine.Secrets;

/// <summary>A crypter whose plain texts are told at once to whoever masks them.</summary>
internal sealed class LearningCrypter(ICrypter inner, Action<string> learn) : ICrypter
{
    public string Encrypt(string plaintext) => inner.Encrypt(plaintext);

    public string? Decrypt(string ciphertext)
    {
        var plaintext = inner.Decrypt(ciphertext);
        if (plaintext is not null)
        {
            learn(plaintext);
        }

        return plaintext;
    }
}
