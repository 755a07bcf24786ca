using System.Collections.Immutable;
using Pulumi;

namespace Components.Platform;

/// <summary>
/// The package makes whoever creates a cluster its administrator, and offers no way not to (pulumi-eks issue 2373). That right stands in no
/// setting, stays for ever, and AWS then refuses an access entry for the same role: a stack that lists who deploys it could never come up.
/// So it is withheld, and those have access who are listed.
/// </summary>
internal static class CreatorAccess
{
    /// <summary>Takes the right out of the cluster that the package makes.</summary>
    public static Task<ResourceTransformResult?> Withhold(ResourceTransformArgs args, CancellationToken cancellationToken) =>
        Task.FromResult<ResourceTransformResult?>(
            args.Type == "aws:eks/cluster:Cluster" ? new(args.Args.SetItem("accessConfig", AccessConfig), args.Options) : null
        );

    private static ImmutableDictionary<string, object?> AccessConfig { get; } =
        ImmutableDictionary<string, object?>.Empty.Add("authenticationMode", "API").Add("bootstrapClusterCreatorAdminPermissions", false);
}
