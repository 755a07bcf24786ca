using System.Globalization;
using System.Text.RegularExpressions;

namespace Agreement;

/// <summary>
/// An amount as Kubernetes writes it: a decimal number, then nothing, a power of ten (<c>m</c>, <c>k</c>, <c>M</c>, <c>G</c>), a power of
/// two (<c>Ki</c>, <c>Mi</c>, <c>Gi</c>) or an exponent (<c>1e3</c>). Exact for what fits a decimal.
/// Source: Kubernetes' API reference, "Quantity".
/// </summary>
internal static partial class Quantity
{
    private static readonly Dictionary<string, decimal> s_units = new()
    {
        [""] = 1m,
        ["n"] = 1e-9m,
        ["u"] = 1e-6m,
        ["m"] = 1e-3m,
        ["k"] = 1e3m,
        ["M"] = 1e6m,
        ["G"] = 1e9m,
        ["T"] = 1e12m,
        ["P"] = 1e15m,
        ["E"] = 1e18m,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    /// <summary>Reads an amount: CPUs, bytes, or a count.</summary>
    /// <returns>The amount; null when the text is none, or none that a decimal can hold.</returns>
    public static decimal? Parse(string? text)
    {
        if (
            text is null
            || Form().Match(text) is not { Success: true } match
            || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        try
        {
            return number * s_units[match.Groups["unit"].Value];
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // An E that digits follow is an exponent, one at the end is a unit.
    [GeneratedRegex(
        @"^(?<number>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2}\z)?)(?<unit>[numkMGTPE]|[KMGTPE]i)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
