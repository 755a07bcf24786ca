namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>How far an object is on its way.</summary>
/// <param name="IsReady">It is live.</param>
/// <param name="Progress">In a few words, for example <c>2 of 4 pods ready</c>.</param>
/// <param name="Failure">Set when it will not get there by waiting.</param>
internal sealed record ReadyState(bool IsReady, string Progress, string? Failure = null)
{
    public static ReadyState Ready { get; } = new(true, "ready");

    public static ReadyState Waiting(string progress) => new(false, progress);

    public static ReadyState Failed(string why) => new(false, why, why);

    /// <summary>It has given up for now, and goes on by itself when what is in the way goes away.</summary>
    public bool MayRecover { get; private init; }

    public static ReadyState Stalled(string why) => new(false, why, why) { MayRecover = true };

    public static ReadyState When(bool isReady, string otherwise) => isReady ? Ready : Waiting(otherwise);
}
