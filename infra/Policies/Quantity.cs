using System.Globalization;
using Components.Policies;

namespace Infra.Policies;

/// <summary>Quantities as Kubernetes writes them, for sums.</summary>
internal static class Quantity
{
    private static readonly (string Suffix, double Factor)[] s_suffixes =
    [
        ("Ki", 1L << 10),
        ("Mi", 1L << 20),
        ("Gi", 1L << 30),
        ("Ti", 1L << 40),
        ("m", 0.001),
        ("k", 1e3),
        ("M", 1e6),
        ("G", 1e9),
        ("T", 1e12),
    ];

    /// <summary>CPUs or bytes; 0 for what is absent or cannot be read.</summary>
    public static double Of(PropertyNode node)
    {
        var text = node.Text ?? "";
        var (suffix, factor) = s_suffixes.FirstOrDefault(s => text.EndsWith(s.Suffix, StringComparison.Ordinal), ("", 1));
        return node.Number
            ?? (
                double.TryParse(text[..^suffix.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number * factor
                    : 0
            );
    }

    /// <summary>CPUs as a number, bytes in Gi.</summary>
    public static string Say(string resource, double value) =>
        resource.EndsWith("cpu", StringComparison.Ordinal)
            ? value.ToString("0.###", CultureInfo.InvariantCulture)
            : $"{(value / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture)}Gi";
}
