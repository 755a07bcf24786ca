using Components.Platform;
using Components.Values;

namespace Components.Tests.Platform;

public sealed class SubnetPlanTests
{
    private static readonly Ipv4Cidr s_vpc = Ipv4Cidr.Parse("10.40.0.0/16");

    [Fact]
    public void Gives_each_zone_a_large_private_and_a_small_public_subnet() =>
        SubnetPlan
            .For(s_vpc, ['a', 'b', 'c'])
            .Select(z => $"{z.Zone} {z.Private} {z.Public}")
            .ShouldBe(["a 10.40.0.0/19 10.40.192.0/22", "b 10.40.32.0/19 10.40.196.0/22", "c 10.40.64.0/19 10.40.200.0/22"]);

    [Fact]
    public void Adding_or_reordering_zones_moves_no_subnet()
    {
        var two = SubnetPlan.For(s_vpc, ['c', 'a']);
        var six = SubnetPlan.For(s_vpc, ['f', 'e', 'd', 'c', 'b', 'a']);
        two.ShouldBeSubsetOf(six);
    }

    [Theory]
    [InlineData("10.0.0.0/16")]
    [InlineData("10.0.8.0/21")]
    public void No_two_subnets_overlap_and_all_are_in_the_range(string vpc)
    {
        var range = Ipv4Cidr.Parse(vpc);
        var subnets = SubnetPlan.For(range, [.. SubnetPlan.Letters]).SelectMany(z => new[] { z.Public, z.Private }).ToList();
        subnets.ShouldAllBe(subnet => range.Contains(subnet));
        subnets.SelectMany((a, i) => subnets.Skip(i + 1).Select(b => a.Overlaps(b))).ShouldAllBe(overlap => !overlap);
    }

    [Theory]
    [InlineData(
        "10.0.0.0/15",
        "abc",
        "'10.0.0.0/15' cannot be a VPC's range here. Allowed are /16 (8,187 pod addresses in each zone) to /21 (251). Write such as "
            + "10.40.0.0/16."
    )]
    [InlineData(
        "10.0.0.0/22",
        "abc",
        "'10.0.0.0/22' cannot be a VPC's range here. Allowed are /16 (8,187 pod addresses in each zone) to /21 (251). Write such as "
            + "10.40.0.0/16."
    )]
    [InlineData("10.0.0.0/16", "a", "[a] has fewer than two zones. EKS needs subnets in at least two, such as [a, b].")]
    [InlineData("10.0.0.0/16", "az", "'z' is no zone. Write the letters of the region's zones, a to f, such as [a, b, c].")]
    [InlineData("10.0.0.0/16", "aba", "[a, b, a] names a zone twice. Name each zone once.")]
    public void Refuses_what_cannot_hold_a_cluster(string vpc, string zones, string message) =>
        Should.Throw<FormatException>(() => SubnetPlan.For(Ipv4Cidr.Parse(vpc), zones.ToCharArray())).Message.ShouldBe(message);
}
