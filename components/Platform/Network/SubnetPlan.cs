using Components.Values;

namespace Components.Platform;

/// <summary>
/// Cuts a VPC's range into the subnets of its zones. The range has eight equal parts: six private subnets, one for each
/// letter <c>a</c> to <c>f</c>, one part for the public subnets, one that stays free.
/// </summary>
/// <remarks>
/// A zone's ranges depend on its letter alone: adding, removing or reordering zones moves no subnet of another zone. A moved
/// subnet would be replaced, and with it every node in it. On a /16 a zone has 8,187 addresses for pods, which take theirs from it.
/// </remarks>
public static class SubnetPlan
{
    /// <summary>The letters that have a place in the plan.</summary>
    public const string Letters = "abcdef";

    /// <summary>The longest prefix that leaves a zone room: 256 addresses, of which AWS keeps five.</summary>
    public const int LongestPrefix = 21;

    /// <summary>The shortest prefix that a VPC may have.</summary>
    public const int ShortestPrefix = 16;

    private const int BitsPerPart = 3;
    private const int PublicPart = 6;

    /// <summary>Plans the subnets of the given zones, in the order of their letters.</summary>
    /// <exception cref="FormatException">The range is too large or too small, or the zones are fewer than two, unknown or named
    /// twice.</exception>
    public static IReadOnlyList<ZoneSubnets> For(Ipv4Cidr vpc, IReadOnlyCollection<char> zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        RefuseUnlessPlannable(vpc);
        if (zones.FirstOrDefault(zone => !Letters.Contains(zone, StringComparison.Ordinal)) is var unknown and not '\0')
        {
            throw new FormatException(
                $"'{unknown}' is no zone. Write the letters of the region's zones, {Letters[0]} to {Letters[^1]}, such as [a, b, c]."
            );
        }

        if (zones.Distinct().Count() != zones.Count)
        {
            throw new FormatException($"[{string.Join(", ", zones)}] names a zone twice. Name each zone once.");
        }

        if (zones.Count < 2)
        {
            throw new FormatException(
                $"[{string.Join(", ", zones)}] has fewer than two zones. EKS needs subnets in at least two, such as [a, b]."
            );
        }

        var part = vpc.Prefix + BitsPerPart;
        var publicPart = vpc.Part(part, PublicPart);
        return
        [
            .. zones
                .Order()
                .Select(zone => (zone, index: Letters.IndexOf(zone, StringComparison.Ordinal)))
                .Select(z => new ZoneSubnets(z.zone, publicPart.Part(part + BitsPerPart, z.index), vpc.Part(part, z.index))),
        ];
    }

    /// <summary>Reads a range that a VPC may have here.</summary>
    /// <exception cref="FormatException">It is none, or too large or too small.</exception>
    public static Ipv4Cidr ParseRange(string text)
    {
        var vpc = Ipv4Cidr.Parse(text);
        RefuseUnlessPlannable(vpc);
        return vpc;
    }

    private static void RefuseUnlessPlannable(Ipv4Cidr vpc)
    {
        if (vpc.Prefix is < ShortestPrefix or > LongestPrefix)
        {
            throw new FormatException(
                $"'{vpc}' cannot be a VPC's range here. Allowed are /{ShortestPrefix} (8,187 pod addresses in each zone) to "
                    + $"/{LongestPrefix} (251). Write such as 10.40.0.0/16."
            );
        }
    }
}
