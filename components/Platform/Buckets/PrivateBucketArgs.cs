namespace Components.Platform;

/// <summary>What a <see cref="PrivateBucket"/> is like.</summary>
public sealed record PrivateBucketArgs
{
    /// <summary>How long versions are kept that were overwritten or deleted.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan KeepVersionsFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether it can be deleted only after this is taken back. One that holds objects never is.</summary>
    /// <value>Default: false.</value>
    public bool Protect { get; init; }
}
