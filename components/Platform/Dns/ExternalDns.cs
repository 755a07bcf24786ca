using Components.Identity;
using Pulumi;

namespace Components.Platform;

/// <summary>The add-on external-dns: which zone's records it keeps, and the rights for them.</summary>
internal static class ExternalDns
{
    public static Resource Install(AddOnInstaller installer, EksCluster cluster, EksClusterArgs args, InputList<Resource> after)
    {
        var zone = args.Zone
            ?? throw new InvalidOperationException(
                "The add-on externalDns needs the stack's zone. Set platform:domain, or take externalDns out of platform:cluster addOns."
            );
        return installer.Install(
            "external-dns",
            after,
            new
            {
                policy = "sync",
                txtOwnerId = cluster.Name,
                domainFilters = (string[])[zone.Name],
            },
            serviceAccount: "external-dns",
            rights: zone.Id.Apply(id => Rights(id, args.Region))
        );
    }

    private static string Rights(string zone, string region) =>
        PolicyDocument.Allow([
            new(
                ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets", "route53:ListTagsForResources"],
                [$"arn:{AwsPartition.Of(region).Name}:route53:::hostedzone/{zone}"]
            ),
            new(["route53:ListHostedZones"], ["*"]),
        ]);
}
