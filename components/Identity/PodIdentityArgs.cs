using Pulumi;

namespace Components.Identity;

/// <summary>Which pods get which rights in AWS.</summary>
public sealed record PodIdentityArgs
{
    /// <summary>The cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The namespace of the pods.</summary>
    public required Input<string> Namespace { get; init; }

    /// <summary>The service account of the pods.</summary>
    public required Input<string> ServiceAccount { get; init; }

    /// <summary>The rights.</summary>
    public required IReadOnlyList<Grant> Uses { get; init; }
}
