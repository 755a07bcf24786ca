using Components.Targets;

namespace Components.Namespaces;

/// <summary>What an <see cref="AppNamespace"/> is made of.</summary>
public sealed class AppNamespaceArgs
{
    /// <summary>Where it is.</summary>
    public required ClusterTarget Target { get; init; }

    /// <summary>What pods may do in it.</summary>
    /// <value>Default: Pod Security <i>restricted</i>.</value>
    public PodSecurity PodSecurity { get; init; } = PodSecurity.Restricted;
}
