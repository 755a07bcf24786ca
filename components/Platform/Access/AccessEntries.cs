using Components.Identity;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Components.Platform;

/// <summary>
/// Who may do what in the cluster, by IAM role. No ConfigMap that a slip of the pen could lock everyone out with. Made here and not by the
/// package: what is in the cluster depends on them, so that a destroy takes nobody's access before the work is done.
/// </summary>
internal static class AccessEntries
{
    public static IReadOnlyList<Resource> Declare(EksCluster cluster, EksClusterArgs args)
    {
        var made = new List<Resource>();
        foreach (var role in args.Admins.Concat(args.Members.Keys).Distinct())
        {
            var name = $"{cluster.Name}-{NameOf(role, args.Account)}";
            var options = new CustomResourceOptions { Parent = cluster, DependsOn = cluster.Made };
            var entry = new AccessEntry(
                name,
                new()
                {
                    ClusterName = cluster.Name,
                    PrincipalArn = role,
                    KubernetesGroups = args.Members.TryGetValue(role, out var groups) ? groups.ToArray() : [],
                },
                options
            );
            made.Add(entry);
            if (args.Admins.Contains(role))
            {
                made.Add(
                    new AccessPolicyAssociation(
                        $"{name}-admin",
                        new()
                        {
                            ClusterName = cluster.Name,
                            PrincipalArn = entry.PrincipalArn,
                            PolicyArn =
                                $"arn:{AwsPartition.Of(args.Region).Name}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
                        },
                        options
                    )
                );
            }
        }

        return made;
    }

    // arn:aws:iam::123456789012:role/teams/shop -> teams-shop; of another account, with its number.
    private static string NameOf(string role, string account)
    {
        var parts = role.Split(':');
        var name = parts[5]["role/".Length..].Replace('/', '-');
        return parts[4] == account ? name : $"{name}-{parts[4]}";
    }
}
