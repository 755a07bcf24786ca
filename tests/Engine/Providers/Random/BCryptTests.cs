using Engine.Providers.Random;
using Engine.Values;
using Hash = BCrypt.Net.BCrypt;

namespace Engine.Tests.Providers.Random;

/// <summary>The library's hashes are those that the published plugin has in its states.</summary>
public sealed class BCryptTests
{
    // The first two are known vectors of bcrypt implementations; the last is of a recorded state of the published plugin.
    [Theory]
    [InlineData("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "$2a$10$fVH8e28OQRj9tqiDXs1e1uxpsjN0c7II7YPKXua2NAKYvM6iQk7dq")]
    [InlineData("AynyBZb8%y4VjEIY", "$2a$10$mM8OrGuB8jZcCK8TclRfZepbGnDDrlvgaPBWbPOVi8jj1hw8GIvOe")]
    public void Known_hashes_are_those_of_their_passwords(string password, string hash)
    {
        Hash.HashPassword(password, hash[..29]).ShouldBe(hash);
        Hash.Verify(password + "x", hash).ShouldBeFalse();
    }

    [Fact]
    public void Only_the_first_72_bytes_count()
    {
        var hash = HashOf(new string('é', 36) + "tail");

        Hash.Verify(new string('é', 36) + "other", hash).ShouldBeTrue();
        Hash.Verify(new string('é', 35) + "tail", hash).ShouldBeFalse();
    }

    [Fact]
    public void A_new_hash_has_a_salt_of_its_own_and_cost_10()
    {
        var (one, other) = (HashOf("p"), HashOf("p"));

        one.ShouldNotBe(other);
        one.ShouldStartWith("$2a$10$");
        one.Length.ShouldBe(60);
        Hash.Verify("p", one).ShouldBeTrue();
    }

    private static string HashOf(string password) =>
        ((PropertyString)new RandomPassword().Import(password)!.Value.Values["bcryptHash"].Plain()).Value;
}
