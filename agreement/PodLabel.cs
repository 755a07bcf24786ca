namespace Agreement;

/// <summary>Labels of pods that tell the versions of a workload from each other: components write them, effects read them.</summary>
internal static class PodLabel
{
    /// <summary>The workload; Services and network policies select by it.</summary>
    public const string App = "app";

    /// <summary>Which of the versions that run at a time: <see cref="Stable"/>, <c>canary</c> or <c>green</c>.</summary>
    public const string Track = "track";

    /// <summary>The version, as far as a label can hold it.</summary>
    public const string Version = "version";

    /// <summary>The track of the version that stays.</summary>
    public const string Stable = "stable";
}
