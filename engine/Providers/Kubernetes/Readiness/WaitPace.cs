namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>How often a waiting object is looked at.</summary>
/// <param name="First">Before the second look.</param>
/// <param name="Longest">Pauses grow to this while nothing moves.</param>
/// <param name="Quiet">How long a Service without pods is given.</param>
/// <param name="Grace">How long what had stalled before the wait is given to go on: the reason may be gone now.</param>
internal sealed record WaitPace(TimeSpan First, TimeSpan Longest, TimeSpan Quiet, TimeSpan Grace)
{
    /// <summary>How much longer each pause is than the one before, while nothing moves.</summary>
    public double Growth { get; init; } = 1.5;

    public static WaitPace Usual { get; } =
        new(TimeSpan.FromMilliseconds(60), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    public TimeSpan After(TimeSpan pause) => pause * Growth < Longest ? pause * Growth : Longest;
}
