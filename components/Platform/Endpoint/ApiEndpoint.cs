using Components.Values;

namespace Components.Platform;

/// <summary>From where the Kubernetes API can be reached. A choice to be made: there is no default.</summary>
public sealed record ApiEndpoint
{
    private ApiEndpoint(IReadOnlyList<Ipv4Cidr> sources) => Sources = [.. sources];

    /// <summary>Only from inside the VPC, or a network that is connected to it: CI runners too must be there.</summary>
    public static ApiEndpoint Private { get; } = new([]);

    /// <summary>The ranges outside the VPC that may connect; none when private.</summary>
    public IReadOnlyList<Ipv4Cidr> Sources { get; }

    /// <summary>Whether the endpoint has an address on the internet.</summary>
    public bool IsPublic => Sources.Count > 0;

    /// <summary>From inside the VPC, and over the internet from these ranges.</summary>
    /// <exception cref="FormatException">No range is given, or the ranges together are the internet or a large part of it.</exception>
    public static ApiEndpoint PublicFrom(params IReadOnlyList<Ipv4Cidr> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
        {
            throw new FormatException(
                "publicFrom lists no range. List those that may connect, such as [203.0.113.0/24], or write endpoint: private."
            );
        }

        var part = sources.Any(range => range.Prefix == 0) ? "the whole internet" : "a large part of the internet";
        return AddressRanges.CoverTheInternet(sources.Select(range => range.ToString()))
            ? throw new FormatException(
                $"{string.Join(" with ", sources)} opens the Kubernetes API to {part}. List the ranges of your offices and runners, or "
                    + "write endpoint: private."
            )
            : new ApiEndpoint(sources);
    }
}
