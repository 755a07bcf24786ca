using Components.Values;

namespace Components.Rollouts;

/// <summary>What the stack says of a workload: which version, how many, how far rolled out.</summary>
/// <param name="Workload">The workload, <c>namespace/name</c>.</param>
/// <param name="Version">The version that serves.</param>
/// <param name="Replicas">How many pods.</param>
/// <param name="Place">Where the stack says so.</param>
public sealed record Release(string Workload, ImageVersion Version, Replicas Replicas, Place? Place = null)
{
    /// <summary>A version that is tried on a part of the traffic, or null.</summary>
    public Canary? Canary { get; init; }

    /// <summary>A second version to switch to and back from, or null.</summary>
    public BlueGreen? BlueGreen { get; init; }

    /// <summary>The version that gets the traffic: that of the active colour. A canary is not it before it is promoted.</summary>
    public ImageVersion Serving => BlueGreen is { IsGreenActive: true } colours ? colours.Green : Version;

    /// <summary>A release for tests and for what no stack sets.</summary>
    public static Release Of(string version, int replicas = 1) => new("", ImageVersion.Parse(version), new Replicas(replicas));
}
