namespace Components.Targets;

/// <summary>What an <see cref="AppNamespace"/> is made of.</summary>
public sealed class AppNamespaceArgs
{
    /// <summary>Where it is.</summary>
    public required ClusterTarget Target { get; init; }

    /// <summary>What pods may do in it.</summary>
    /// <value>Default: Pod Security <i>restricted</i>.</value>
    public PodSecurity PodSecurity { get; init; } = PodSecurity.Restricted;

    /// <summary>The team that owns it: its members may edit what is in it.</summary>
    public Team? Team { get; init; }

    /// <summary>What its pods may request together; none for no bound.</summary>
    public Quota? Quota { get; init; }

    /// <summary>Whether it cannot be deleted while this is set, as in production.</summary>
    /// <value>Default: false.</value>
    public bool Protect { get; init; }
}
