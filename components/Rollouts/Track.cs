using Agreement;

namespace Components.Rollouts;

/// <summary>One of the versions of a workload that run at a time.</summary>
/// <param name="Name"><c>stable</c>, <c>canary</c> or <c>green</c>.</param>
/// <param name="Version">Its version; null for a pinned image.</param>
/// <param name="Replicas">How many pods.</param>
/// <param name="Weight">Its part of the traffic, where a route splits it.</param>
internal sealed record Track(string Name, ImageVersion? Version, Replicas Replicas, int Weight)
{
    public const string Stable = PodLabel.Stable;
    public const string Canary = "canary";
    public const string Green = "green";

    /// <summary>What the names of its objects end in.</summary>
    public string Suffix => Name == Stable ? "" : $"-{Name}";
}
