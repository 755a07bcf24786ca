using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Components.Values;

/// <summary>A range of IPv4 addresses, such as <c>10.40.0.0/16</c>. The address is the first of its range.</summary>
public readonly record struct Ipv4Cidr
{
    private readonly uint _first;

    private Ipv4Cidr(uint first, int prefix)
    {
        _first = first;
        Prefix = prefix;
    }

    /// <summary>The number of leading bits that all addresses share: 0 to 32.</summary>
    public int Prefix { get; }

    /// <summary>How many addresses the range has.</summary>
    public long Size => 1L << (32 - Prefix);

    /// <summary>Reads a range.</summary>
    /// <exception cref="FormatException">The text is no range, or its address is not the first one of its range.</exception>
    public static Ipv4Cidr Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (
            slash < 0
            || text.AsSpan(0, slash).Count('.') != 3
            || !IPAddress.TryParse(text[..slash], out var address)
            || address.AddressFamily != AddressFamily.InterNetwork
            || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > 32
        )
        {
            throw new FormatException($"'{text}' is not an IPv4 range. Write an address and a prefix of 0 to 32, such as 10.40.0.0/16.");
        }

        var bits = ToBits(address);
        var first = bits & Mask(prefix);
        return first == bits
            ? new Ipv4Cidr(first, prefix)
            : throw new FormatException(
                $"'{text}' does not start its range. Write {new Ipv4Cidr(first, prefix)}, or {text[..slash]}/32 for the one address."
            );
    }

    /// <summary>The part with this <paramref name="index"/> when the range is cut into parts of the given prefix.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public Ipv4Cidr Part(int prefix, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefix, Prefix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix, 32);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << (prefix - Prefix));
        return new Ipv4Cidr(_first + (uint)((long)index << (32 - prefix)), prefix);
    }

    /// <summary>Whether all addresses of the other range are in this one.</summary>
    public bool Contains(Ipv4Cidr other) => other.Prefix >= Prefix && (other._first & Mask(Prefix)) == _first;

    /// <summary>Whether the two ranges share an address.</summary>
    public bool Overlaps(Ipv4Cidr other) => Contains(other) || other.Contains(this);

    /// <inheritdoc/>
    public override string ToString() => $"{_first >> 24}.{_first >> 16 & 255}.{_first >> 8 & 255}.{_first & 255}/{Prefix}";

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);

    private static uint ToBits(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return (uint)bytes[0] << 24 | (uint)bytes[1] << 16 | (uint)bytes[2] << 8 | bytes[3];
    }
}
