using Pulumi;

namespace Components.Identity;

/// <summary>Which service account may take a role through the cluster's OIDC provider.</summary>
public sealed record ServiceAccountRoleArgs
{
    /// <summary>The ARN of the cluster's OIDC provider.</summary>
    public required Input<string> ProviderArn { get; init; }

    /// <summary>The issuer, without <c>https://</c>.</summary>
    public required Input<string> Issuer { get; init; }

    /// <summary>The namespace of the service account.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the service account.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>The rights.</summary>
    public required IReadOnlyList<Grant> Uses { get; init; }
}
