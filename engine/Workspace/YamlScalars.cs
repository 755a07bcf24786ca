using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>
/// What a plain YAML scalar is to the Pulumi CLI, which reads YAML as Go does: <c>yes</c> is a text, <c>010</c> is eight, and a date gets a
/// time.
/// The program sees the same values under either engine.
/// </summary>
internal static partial class YamlScalars
{
    /// <summary>Null, a bool, a whole number, a double or a text.</summary>
    public static object? Read(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any))
        {
            return text;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            case ".inf" or ".Inf" or ".INF" or "+.inf":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
        }

        if (char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')
        {
            return Date(text) ?? Number(text.Replace("_", "", StringComparison.Ordinal)) ?? text;
        }

        return text;
    }

    /// <summary>As Go prints it.</summary>
    public static string Text(object? value) =>
        value switch
        {
            null => "",
            bool b => b ? "true" : "false",
            BigInteger i => i.ToString(CultureInfo.InvariantCulture),
            double d when double.IsInfinity(d) => d > 0 ? "+Inf" : "-Inf",
            double d => ShortestFloat(d, 21),
            _ => (string)value,
        };

    /// <summary>Digits as they are below ten to the given power, with an exponent of at least two digits above it.</summary>
    public static string ShortestFloat(double value, int power)
    {
        var magnitude = Math.Abs(value);
        if (magnitude != 0 && (magnitude >= Math.Pow(10, power) || magnitude < 1e-4))
        {
            return Exponent().Replace(value.ToString("0.################e+00", CultureInfo.InvariantCulture), "e$1");
        }

        return value.ToString("0.####################", CultureInfo.InvariantCulture);
    }

    private static object? Number(string text)
    {
        var negative = text[0] == '-';
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        var whole = digits switch
        {
            ['0', 'x' or 'X', .. var hex]
                when BigInteger.TryParse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) => value,
            ['0', 'o', .. var octal] => Radix(octal, 8),
            ['0', 'b', .. var binary] => Radix(binary, 2),
            ['0', _, ..] when Radix(digits, 8) is { } octal => octal,
            _ when digits.All(char.IsAsciiDigit) && digits.Length > 0 => BigInteger.Parse(digits, CultureInfo.InvariantCulture),
            _ => (BigInteger?)null,
        };
        if (whole is { } integer)
        {
            integer = negative ? -integer : integer;
            return integer >= long.MinValue && integer <= ulong.MaxValue ? integer : (double)integer;
        }

        return Float().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
    }

    private static BigInteger? Radix(string digits, int radix) =>
        digits.Length > 0 && digits.All(c => c >= '0' && c < '0' + radix)
            ? digits.Aggregate(BigInteger.Zero, (sum, c) => (sum * radix) + (c - '0'))
            : null;

    private static string? Date(string text) =>
        DateOnlyText().IsMatch(text)
        && DateTime.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}$")]
    private static partial Regex DateOnlyText();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Float();

    [GeneratedRegex(@"e([-+]\d+)$")]
    private static partial Regex Exponent();
}
