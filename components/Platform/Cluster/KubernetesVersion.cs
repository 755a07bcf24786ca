using System.Globalization;

namespace Components.Platform;

/// <summary>A minor version of Kubernetes that EKS offers, such as 1.35.</summary>
public readonly record struct KubernetesVersion
{
    private KubernetesVersion(int minor) => Minor = minor;

    /// <summary>The version that a cluster gets unless told otherwise.</summary>
    /// <value>1.35, in standard support until 2027-03-27.</value>
    public static KubernetesVersion Default { get; } = new(35);

    /// <summary>The number after <c>1.</c>.</summary>
    public int Minor { get; }

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">The text is no version of the form <c>1.35</c>, or one that EKS does not offer.</exception>
    public static KubernetesVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var allowed = $"EKS offers {string.Join(", ", SupportCalendar.Versions)}";
        if (
            !text.StartsWith("1.", StringComparison.Ordinal)
            || !int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
        )
        {
            throw new FormatException($"'{text}' is no Kubernetes version. {allowed}. Write one in quotes, such as \"{Default}\".");
        }

        var version = new KubernetesVersion(minor);
        return SupportCalendar.Versions.Contains(version) ? version : throw new FormatException($"'{text}' is not offered. {allowed}.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"1.{Minor.ToString(CultureInfo.InvariantCulture)}";

    internal static KubernetesVersion OfMinor(int minor) => new(minor);
}
