using Components.Values;

namespace Components.Tests.Values;

public sealed class AddressRangesTests
{
    [Theory]
    [InlineData("the internet", "0.0.0.0/0")]
    [InlineData("the internet of IPv6", "::/0")]
    [InlineData("two halves", "0.0.0.0/1", "128.0.0.0/1")]
    [InlineData("one half", "128.0.0.0/1")]
    [InlineData("any address of the range for its first", "203.0.113.7/0")]
    [InlineData("halves of IPv6", "::/1", "8000::/1")]
    [InlineData("what is in use of IPv6", "2000::/3")]
    [InlineData("halves of what is in use of IPv6", "2000::/4", "3000::/4")]
    [InlineData(
        "sixteen ranges of a company's size",
        "1.0.0.0/8",
        "2.0.0.0/8",
        "3.0.0.0/8",
        "4.0.0.0/8",
        "5.0.0.0/8",
        "6.0.0.0/8",
        "7.0.0.0/8",
        "8.0.0.0/8",
        "9.0.0.0/8",
        "11.0.0.0/8",
        "12.0.0.0/8",
        "13.0.0.0/8",
        "14.0.0.0/8",
        "15.0.0.0/8",
        "16.0.0.0/8",
        "17.0.0.0/8"
    )]
    [InlineData("one among narrow ones", "203.0.113.0/24", "0.0.0.0/2")]
    public void Ranges_that_are_a_large_part_of_the_internet_together_are_found(string what, params string[] ranges) =>
        AddressRanges.CoverTheInternet(ranges).ShouldBeTrue(what);

    [Theory]
    [InlineData("nothing")]
    [InlineData("an office", "203.0.113.0/24")]
    [InlineData("private networks", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]
    [InlineData(
        "one range many times",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8",
        "1.0.0.0/8"
    )]
    [InlineData("a range in its own parts", "2.0.0.0/7", "2.0.0.0/8", "3.0.0.0/8", "3.7.0.0/16")]
    [InlineData("a provider's addresses in IPv6", "2a00::/12", "2600::/12")]
    [InlineData("addresses of IPv6 that nobody has", "fc00::/7", "fe80::/10")]
    [InlineData("single addresses", "203.0.113.7", "2001:db8::1")]
    [InlineData("what is no range", "pl-1234", "", "0.0.0.0/33", "anyone/0")]
    public void Ranges_of_those_who_use_something_are_let_through(string what, params string[] ranges) =>
        AddressRanges.CoverTheInternet(ranges).ShouldBeFalse(what);
}
