using Components.Values;

namespace Components.Rollouts;

/// <summary>How many pods: a number, or bounds within which an autoscaler moves.</summary>
/// <param name="Min">The number, or the fewest.</param>
/// <param name="Max">The most; none where the number is fixed.</param>
/// <param name="Cpu">The use of requested CPU that the autoscaler aims at.</param>
public sealed record Replicas(int Min, int? Max = null, Percentage? Cpu = null)
{
    /// <summary>Whether an autoscaler sets the number.</summary>
    public bool IsAutoscaled => Max is not null;

    /// <summary>The most pods that there may be, surge aside.</summary>
    public int Most => Max ?? Min;
}
