using System.Globalization;

namespace Pulumi.Protocol;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit (H, M, S, m, u, n).</summary>
internal static class GrpcTimeout
{
    public const string Header = "grpc-timeout";

    public static TimeSpan? Parse(string? text)
    {
        if (text is not { Length: >= 2 and <= 9 })
        {
            return null;
        }
        var length = Units.FirstOrDefault(u => u.Unit == text[^1]).Nanoseconds;
        if (length == 0 || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }
        // A CancellationTokenSource waits 49 days at most.
        return TimeSpan.FromTicks((long)Math.Min(count * length / 100, TimeSpan.FromDays(40).Ticks));
    }

    private static readonly (char Unit, decimal Nanoseconds)[] Units =
    [
        ('n', 1),
        ('u', 1_000),
        ('m', 1_000_000),
        ('S', 1_000_000_000),
        ('M', 60_000_000_000),
        ('H', 3_600_000_000_000),
    ];
}
