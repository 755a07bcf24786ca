using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Components.Values;

/// <summary>Judges ranges of addresses by what they cover together: two halves are the whole.</summary>
public static class AddressRanges
{
    // Offices, runners and partners are a few thousand addresses, a large cloud a fiftieth of all: who lists a sixteenth means anyone.
    private const int LargePart = 16;

    // What is in use of IPv6: 2000::/3.
    private static readonly UInt128 s_firstOfIpv6 = UInt128.One << 125;
    private static readonly UInt128 s_sizeOfIpv6 = UInt128.One << 125;
    private static readonly UInt128 s_sizeOfIpv4 = UInt128.One << 32;

    /// <summary>Whether the ranges, taken together, are a sixteenth or more of the internet: of all IPv4 addresses, or of the IPv6
    /// addresses that are in use.</summary>
    /// <param name="ranges">Ranges such as <c>203.0.113.0/24</c> and <c>2001:db8::/32</c>, or single addresses. What is neither counts for
    /// nothing.</param>
    public static bool CoverTheInternet(IEnumerable<string?> ranges)
    {
        var read = ranges.Select(Read).OfType<(bool IsIpv4, UInt128 First, UInt128 Last)>().ToLookup(range => range.IsIpv4);
        return Covered(read[true]) >= s_sizeOfIpv4 / LargePart || Covered(read[false].Select(OfInternet)) >= s_sizeOfIpv6 / LargePart;
    }

    // Each address counts once, however many ranges it is in.
    private static UInt128 Covered(IEnumerable<(bool IsIpv4, UInt128 First, UInt128 Last)> ranges)
    {
        var (covered, next) = (UInt128.Zero, UInt128.Zero);
        foreach (var (_, first, last) in ranges.Where(range => range.First <= range.Last).OrderBy(range => range.First))
        {
            var from = UInt128.Max(first, next);
            if (from <= last)
            {
                covered += last - from + 1;
                next = last + 1;
            }
        }

        return covered;
    }

    private static (bool IsIpv4, UInt128 First, UInt128 Last) OfInternet((bool IsIpv4, UInt128 First, UInt128 Last) range) =>
        range with
        {
            First = UInt128.Max(range.First, s_firstOfIpv6),
            Last = UInt128.Min(range.Last, s_firstOfIpv6 + s_sizeOfIpv6 - 1),
        };

    // AWS takes any address of a range for its first one, so bits behind the prefix do not make it another range.
    private static (bool IsIpv4, UInt128 First, UInt128 Last)? Read(string? text)
    {
        var parts = text?.Trim().Split('/') ?? [];
        if (parts.Length is 0 or > 2 || !IPAddress.TryParse(parts[0], out var address))
        {
            return null;
        }

        var isIpv4 = address.AddressFamily == AddressFamily.InterNetwork;
        var bits = isIpv4 ? 32 : 128;
        var prefix = bits;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits))
        {
            return null;
        }

        var rest = prefix == 0 && bits == 128 ? UInt128.MaxValue : (UInt128.One << (bits - prefix)) - 1;
        var first = address.GetAddressBytes().Aggregate(UInt128.Zero, (number, part) => (number << 8) | part) & ~rest;
        return (isIpv4, first, first | rest);
    }
}
