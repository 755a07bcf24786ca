namespace Engine.Values;

/// <summary>Encrypts what a state keeps secret. Safe for concurrent use.</summary>
internal interface ICrypter
{
    string Encrypt(string plaintext);

    /// <summary>The plain text, or null when the key is not at hand (the secret is then carried along unread).</summary>
    string? Decrypt(string ciphertext);
}
