using System.Security.Cryptography;
using Engine.Secrets;

namespace Engine.Tests.Secrets;

/// <summary>The vectors of the protocol document, of which the first is from a state that Pulumi wrote.</summary>
public sealed class PassphraseTests
{
    private const string InteropSalt = "v1:AQIDBAUGBwg=:v1:EBESExQVFhcYGRob:g7GuaukvvOg69tzzL5yj6nGWXrQ88g==";
    private static readonly PassphraseCrypter s_crypter = EncryptionSalt.TryParse(InteropSalt)!.Unlock("interop-test")!;

    [Fact]
    public void A_salt_that_Pulumi_wrote_is_unlocked() =>
        EncryptionSalt
            .TryParse("v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==")!
            .Unlock("password")
            .ShouldNotBeNull();

    [Fact]
    public void The_key_is_derived_as_Pulumi_does() =>
        Convert
            .ToHexStringLower(EncryptionSalt.DeriveKey("interop-test", [1, 2, 3, 4, 5, 6, 7, 8]))
            .ShouldBe("fd2e02487f3de6765917ef00df8405338205aee3f9618d29983deca3463ceb94");

    [Theory]
    [InlineData("v1:ICEiIyQlJicoKSor:LP9hqSfubOt6SURsTkkzM3gsg8s6Lw==", "s3cr3t", 0x20)]
    [InlineData("v1:MDEyMzQ1Njc4OTo7:3AEYOhN4o1yK+9OsSakJpsCEDriMjE6w", "\"s3cr3t\"", 0x30)]
    public void Ciphertexts_are_those_of_Pulumi(string ciphertext, string plaintext, byte nonce)
    {
        s_crypter.DecryptOnly(ciphertext).ShouldBe(plaintext);
        s_crypter.Encrypt(plaintext, [.. Enumerable.Range(nonce, 12).Select(b => (byte)b)]).ShouldBe(ciphertext);
    }

    [Fact]
    public void Another_passphrase_does_not_unlock() => EncryptionSalt.TryParse(InteropSalt)!.Unlock("interop").ShouldBeNull();

    [Fact]
    public void A_new_salt_is_unlocked_by_its_passphrase() =>
        EncryptionSalt.TryParse(EncryptionSalt.Create("").Text)!.Unlock("").ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("v1:")]
    [InlineData("v1:AQID:v1:a:b")]
    [InlineData("v2:AQIDBAUGBwg=:v1:a:b")]
    public void What_is_no_salt_is_refused(string text) => EncryptionSalt.TryParse(text).ShouldBeNull();

    [Fact]
    public void A_changed_ciphertext_is_noticed()
    {
        var ciphertext = s_crypter.Encrypt("secret");
        Should.Throw<CryptographicException>(() => s_crypter.Decrypt(ciphertext[..^4] + "AAA="));
        Should.Throw<CryptographicException>(() => s_crypter.Decrypt("plain"));
    }

    [Fact]
    public void What_was_read_is_written_the_same_once_and_anew_after_that()
    {
        var crypter = new PassphraseCrypter(new byte[32]);
        var (first, second) = (crypter.Encrypt("same"), crypter.Encrypt("same"));
        first.ShouldNotBe(second);

        crypter.Decrypt(first);
        crypter.Decrypt(second);

        crypter.Encrypt("same").ShouldBe(first);
        crypter.Encrypt("same").ShouldBe(second);
        crypter.Encrypt("same").ShouldNotBeOneOf(first, second);
    }
}
