using Components.Policies;

namespace Infra.Policies;

/// <summary>The rules that every stack keeps. What a rule is for, and what to do instead, is said in each.</summary>
public static class CompanyPolicies
{
    /// <summary>All of them, in the order in which they are reported.</summary>
    public static IReadOnlyList<Policy> All { get; } =
    [
        ContainerPolicies.ImagePinned,
        ContainerPolicies.LimitsSet,
        ContainerPolicies.NothingPrivileged,
        NetworkPolicies.NoPublicLoadBalancer,
        NetworkPolicies.NoOpenSecurityGroup,
        NetworkPolicies.NoOpenClusterEndpoint,
        EncryptionPolicies.AtRest,
        NamingPolicies.Labelled,
        CapacityPolicies.PeakFits,
    ];
}
