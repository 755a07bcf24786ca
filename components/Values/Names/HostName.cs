using System.Text.RegularExpressions;

namespace Components.Values;

/// <summary>Host names of routes: lower-case labels with dots between, the first perhaps <c>*</c> (Ingress and Gateway API take no
/// others).</summary>
internal static partial class HostName
{
    /// <summary>Reports a host that routes cannot have.</summary>
    /// <param name="route">The route, for the error.</param>
    /// <param name="host">The host.</param>
    /// <param name="place">Where the route is declared.</param>
    public static void Check(string route, string host, Place place)
    {
        if (host.Length > 253 || !Pattern().IsMatch(host))
        {
            var near = host.ToLowerInvariant();
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{route}: '{host}' is no host",
                    $"Lower-case letters, digits, '-' and dots are allowed, such as shop.example.com; no scheme, port or "
                        + $"path.{(Pattern().IsMatch(near) ? $" Write '{near}'." : "")}"
                )
            );
        }
    }

    [GeneratedRegex(
        @"^(\*\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
