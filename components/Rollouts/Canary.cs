using Components.Values;

namespace Components.Rollouts;

/// <summary>A version that is tried on a part of the traffic.</summary>
/// <param name="Version">The version.</param>
/// <param name="Weight">Its part of the traffic.</param>
/// <param name="Place">Where the stack says so.</param>
public sealed record Canary(ImageVersion Version, Percentage Weight, Place? Place = null)
{
    /// <summary>How many pods it has, where a route splits traffic by weight; null for as many as the release's own version.</summary>
    public int? Replicas { get; init; }
}
