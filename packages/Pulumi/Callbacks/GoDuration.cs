using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulumi;

/// <summary>Durations in Go's notation, such as <c>1h30m</c>, <c>1.5s</c> or <c>90000000000ns</c>.</summary>
internal static partial class GoDuration
{
    public static string Write(TimeSpan? span) =>
        span is { } given ? (given.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture) + "ns" : "";

    public static TimeSpan? Read(string text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var ticks = 0.0;
        foreach (Match part in Part().Matches(text))
            ticks += double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * TicksPer(part.Groups[2].Value);
        return TimeSpan.FromTicks((long)Math.Round(text[0] == '-' ? -ticks : ticks));
    }

    private static double TicksPer(string unit) =>
        unit switch
        {
            "h" => TimeSpan.TicksPerHour,
            "m" => TimeSpan.TicksPerMinute,
            "s" => TimeSpan.TicksPerSecond,
            "ms" => TimeSpan.TicksPerMillisecond,
            "us" or "µs" => TimeSpan.TicksPerMicrosecond,
            _ => 1.0 / TimeSpan.NanosecondsPerTick,
        };

    [GeneratedRegex(@"([0-9]*\.?[0-9]+)(h|ms|m|s|us|µs|ns)")]
    private static partial Regex Part();
}
