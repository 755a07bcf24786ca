namespace Components.Platform;

/// <summary>
/// When EKS supports which version: standard support for 14 months, then extended support for 12 more, at six times the
/// price of the control plane. After that AWS upgrades the cluster by itself.
/// </summary>
/// <remarks>Dates: the EKS user guide's release calendar, read 2026-11-20. A new version is one line here.</remarks>
public static class SupportCalendar
{
    private static readonly Dictionary<KubernetesVersion, (DateOnly Standard, DateOnly Extended)> s_ends = new()
    {
        [KubernetesVersion.OfMinor(32)] = (new(2026, 3, 23), new(2027, 3, 23)),
        [KubernetesVersion.OfMinor(33)] = (new(2026, 7, 29), new(2027, 7, 29)),
        [KubernetesVersion.OfMinor(34)] = (new(2026, 12, 2), new(2027, 12, 2)),
        [KubernetesVersion.OfMinor(35)] = (new(2027, 3, 27), new(2028, 3, 27)),
    };

    /// <summary>The versions that a cluster may have, oldest first.</summary>
    public static IReadOnlyCollection<KubernetesVersion> Versions { get; } = [.. s_ends.Keys.OrderBy(version => version.Minor)];

    /// <summary>The last day of standard support.</summary>
    public static DateOnly EndOfStandard(KubernetesVersion version) => s_ends[version].Standard;

    /// <summary>The last day of extended support.</summary>
    public static DateOnly EndOfExtended(KubernetesVersion version) => s_ends[version].Extended;

    /// <summary>What to say about a version on a day, or null when there is nothing to say.</summary>
    /// <param name="version">The cluster's version.</param>
    /// <param name="support">The support that the cluster pays for.</param>
    /// <param name="today">The day, from a clock that tests can set.</param>
    public static string? Notice(KubernetesVersion version, SupportPolicy support, DateOnly today)
    {
        var successor = KubernetesVersion.OfMinor(version.Minor + 1);
        var next = s_ends.ContainsKey(successor)
            ? $"Upgrade to {successor}, one minor version at a time."
            : $"Add {successor} to components/Cluster/SupportCalendar.cs once EKS offers it, then upgrade.";
        var (standard, extended) = s_ends[version];
        return (today > extended, today > standard, today.AddDays(60) > standard) switch
        {
            (true, _, _) =>
                $"Kubernetes {version} left extended support on {extended:yyyy-MM-dd}: AWS upgrades the cluster by itself. {next}",
            (_, true, _) when support == SupportPolicy.Standard =>
                $"Kubernetes {version} left standard support on {standard:yyyy-MM-dd}: AWS upgrades the cluster by itself. {next}",
            (_, true, _) => $"Kubernetes {version} is in extended support, at six times the price, until {extended:yyyy-MM-dd}. {next}",
            (_, _, true) => $"Kubernetes {version} leaves standard support on {standard:yyyy-MM-dd}. {next}",
            _ => null,
        };
    }
}
