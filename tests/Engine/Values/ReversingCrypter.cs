using System.Text;
using Engine.Values;

namespace Engine.Tests.Values;

/// <summary>Stands for encryption: whoever looks for the plain text does not find it.</summary>
internal sealed class ReversingCrypter : ICrypter
{
    public string Encrypt(string plaintext) => "v1:" + Convert.ToBase64String([.. Encoding.UTF8.GetBytes(plaintext).Reverse()]);

    public string? Decrypt(string ciphertext) => Encoding.UTF8.GetString([.. Convert.FromBase64String(ciphertext[3..]).Reverse()]);
}
