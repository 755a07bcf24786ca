using Engine.Providers.Random;

namespace Engine.Tests.Providers.Random;

public sealed class BCryptTests
{
    // The first two are known vectors of bcrypt implementations; the last is of a recorded state of the published plugin.
    [Theory]
    [InlineData("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "$2a$10$fVH8e28OQRj9tqiDXs1e1uxpsjN0c7II7YPKXua2NAKYvM6iQk7dq")]
    [InlineData("AynyBZb8%y4VjEIY", "$2a$10$mM8OrGuB8jZcCK8TclRfZepbGnDDrlvgaPBWbPOVi8jj1hw8GIvOe")]
    public void Known_hashes_are_those_of_their_passwords(string password, string hash)
    {
        BCryptHash.IsOf(hash, password).ShouldBeTrue();
        BCryptHash.IsOf(hash, password + "x").ShouldBeFalse();
    }

    [Fact]
    public void Only_the_first_72_bytes_count()
    {
        var hash = BCrypt.Hash(new string('é', 36) + "tail", new byte[16], 4);

        BCryptHash.IsOf(hash, new string('é', 36) + "other").ShouldBeTrue();
        BCryptHash.IsOf(hash, new string('é', 35) + "tail").ShouldBeFalse();
    }

    [Fact]
    public void A_new_hash_has_a_salt_of_its_own_and_cost_10()
    {
        var (one, other) = (BCrypt.Hash("p"), BCrypt.Hash("p"));

        one.ShouldNotBe(other);
        one.ShouldStartWith("$2a$10$");
        one.Length.ShouldBe(60);
        BCryptHash.IsOf(one, "p").ShouldBeTrue();
    }
}
