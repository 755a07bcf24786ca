using System.Globalization;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>What an object's annotations say about waiting.</summary>
internal static class WaitAnnotations
{
    /// <value>The annotation by which an object is not waited for.</value>
    public const string Skip = "pulumi.com/skipAwait";
    private const string Seconds = "pulumi.com/timeoutSeconds";
    private const string Condition = "pulumi.com/waitFor";

    public static bool SkipsWait(PropertyMap manifest) => Annotation(manifest, Skip) == "true";

    public static TimeSpan? Timeout(PropertyMap manifest) =>
        double.TryParse(Annotation(manifest, Seconds), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>What to wait for instead of what the kind says; null when that is not said.</summary>
    public static string? WaitFor(PropertyMap manifest) => Annotation(manifest, Condition);

    private static string? Annotation(PropertyMap manifest, string name) => manifest.Map("metadata").Map("annotations").Text(name);
}
