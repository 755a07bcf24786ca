using System.Globalization;
using System.Text.RegularExpressions;

namespace Engine.Server;

/// <summary>Durations as Go writes them: <c>5m</c>, <c>1h30m</c>, <c>90000000000ns</c>.</summary>
internal static partial class GoDuration
{
    private static readonly Dictionary<string, double> UnitSeconds = new()
    {
        ["ns"] = 1e-9,
        ["us"] = 1e-6,
        ["µs"] = 1e-6,
        ["ms"] = 1e-3,
        ["s"] = 1,
        ["m"] = 60,
        ["h"] = 3600,
    };

    /// <summary>Seconds; null for an empty text.</summary>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static double? Seconds(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var match = Form().Match(text);
        return match.Success
            ? match
                .Groups["number"]
                .Captures.Zip(match.Groups["unit"].Captures, (number, unit) =>
                    double.Parse(number.Value, CultureInfo.InvariantCulture) * UnitSeconds[unit.Value]
                )
                .Sum()
            : throw new FormatException($"'{text}' is no duration; write it as 90s, 5m or 1h30m");
    }

    [GeneratedRegex(@"^((?<number>[0-9]+(\.[0-9]+)?)(?<unit>ns|us|µs|ms|s|m|h))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
