using Agreement;
using Components.Values;

namespace Components.Tests.Values;

public sealed class NamingTests
{
    [Fact]
    public void The_hash_is_of_the_data_and_not_of_its_order()
    {
        var one = ContentHash.Of(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });

        ContentHash.Of(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }).ShouldBe(one);
        ContentHash.Of(new Dictionary<string, string> { ["a"] = "12", ["b"] = "" }).ShouldNotBe(one);
        one.ShouldMatch("^[0-9a-f]{10}$");
    }

    [Fact]
    public void The_hash_of_a_secret_depends_on_the_key_of_the_stack()
    {
        var data = new Dictionary<string, string> { ["pin"] = "1234" };

        ContentHash.Keyed(data, "one").ShouldNotBe(ContentHash.Keyed(data, "other"));
        ContentHash.Keyed(data, "one").ShouldNotBe(ContentHash.Of(data));
    }

    [Theory]
    [InlineData("shop/ordrs", "shop/orders")]
    [InlineData("shop/oredrs", "shop/orders")]
    [InlineData("something else", null)]
    public void A_mistyped_word_finds_the_nearest(string given, string? meant) =>
        Spelling.Meant(given, ["shop/orders", "shop/auth"]).ShouldBe(meant);
}
