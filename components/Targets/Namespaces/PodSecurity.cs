using Components.Values;

namespace Components.Targets;

/// <summary>The level of Kubernetes' Pod Security that a namespace enforces. Audit entries are always those of <i>restricted</i>.</summary>
public sealed record PodSecurity
{
    private PodSecurity(string level, string reason) => (Level, Reason) = (level, reason);

    /// <summary>What well-made workloads need.</summary>
    public static PodSecurity Restricted { get; } = new("restricted", "");

    /// <summary>The level as Kubernetes names it.</summary>
    public string Level { get; }

    /// <summary>Why it is not <i>restricted</i>.</summary>
    public string Reason { get; }

    /// <summary>Root users and default capabilities are let through.</summary>
    public static PodSecurity Baseline(string reason) => new("baseline", Checked("baseline", reason));

    /// <summary>Everything is let through: for agents of the nodes.</summary>
    public static PodSecurity Privileged(string reason) => new("privileged", Checked("privileged", reason));

    private static string Checked(string level, string reason) =>
        Reasons.Check(reason, $"Pod Security '{level}'", "Say in a sentence which workload needs it and why.");
}
