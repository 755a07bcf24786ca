using Components.Values;

namespace Components.Tests.Platform;

public sealed class Ipv4CidrTests
{
    [Theory]
    [InlineData("10.40.0.0/16", 65536)]
    [InlineData("0.0.0.0/0", 4294967296)]
    [InlineData("203.0.113.7/32", 1)]
    public void Reads_a_range_and_writes_it_the_same(string text, long size)
    {
        var range = Ipv4Cidr.Parse(text);
        range.ToString().ShouldBe(text);
        range.Size.ShouldBe(size);
    }

    [Theory]
    [InlineData("10.40.0.0", "'10.40.0.0' is not an IPv4 range. Write an address and a prefix of 0 to 32, such as 10.40.0.0/16.")]
    [InlineData("10.40/16", "'10.40/16' is not an IPv4 range. Write an address and a prefix of 0 to 32, such as 10.40.0.0/16.")]
    [InlineData("10.40.0.0/33", "'10.40.0.0/33' is not an IPv4 range. Write an address and a prefix of 0 to 32, such as 10.40.0.0/16.")]
    [InlineData("fd00::/8", "'fd00::/8' is not an IPv4 range. Write an address and a prefix of 0 to 32, such as 10.40.0.0/16.")]
    [InlineData("10.40.1.0/16", "'10.40.1.0/16' does not start its range. Write 10.40.0.0/16, or 10.40.1.0/32 for the one address.")]
    public void Refuses_what_is_no_range(string text, string message) =>
        Should.Throw<FormatException>(() => Ipv4Cidr.Parse(text)).Message.ShouldBe(message);

    [Fact]
    public void Parts_tile_the_range_in_order()
    {
        var range = Ipv4Cidr.Parse("10.40.0.0/16");
        range.Part(19, 0).ToString().ShouldBe("10.40.0.0/19");
        range.Part(19, 7).ToString().ShouldBe("10.40.224.0/19");
        Should.Throw<ArgumentOutOfRangeException>(() => range.Part(19, 8));
    }

    [Theory]
    [InlineData("10.40.0.0/16", "10.40.128.0/17", true)]
    [InlineData("10.40.128.0/17", "10.40.0.0/16", true)]
    [InlineData("10.40.0.0/16", "10.41.0.0/16", false)]
    public void Knows_what_overlaps(string left, string right, bool overlap) =>
        Ipv4Cidr.Parse(left).Overlaps(Ipv4Cidr.Parse(right)).ShouldBe(overlap);
}
