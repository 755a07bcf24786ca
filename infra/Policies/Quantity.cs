using System.Globalization;

namespace Infra.Policies;

/// <summary>Quantities as Kubernetes writes them, for people.</summary>
internal static class Quantity
{
    /// <summary>CPUs as a number, bytes in Gi.</summary>
    public static string Say(string resource, double value) =>
        resource.EndsWith("cpu", StringComparison.Ordinal)
            ? value.ToString("0.###", CultureInfo.InvariantCulture)
            : $"{(value / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture)}Gi";
}
