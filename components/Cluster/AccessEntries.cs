using Pulumi.Aws.Eks.Inputs;
using Pulumi.Eks.Inputs;

namespace Components.Cluster;

/// <summary>Who may do what in the cluster, by IAM role. No ConfigMap that a slip of the pen could lock everyone out with.</summary>
internal static class AccessEntries
{
    private const string ClusterAdmin = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

    public static Dictionary<string, AccessEntryArgs> For(IReadOnlyList<string> admins, IReadOnlyDictionary<string, IReadOnlyList<string>> members)
    {
        var entries = new Dictionary<string, AccessEntryArgs>();
        foreach (var role in admins.Concat(members.Keys).Distinct())
        {
            var entry = new AccessEntryArgs { PrincipalArn = role };
            if (members.TryGetValue(role, out var groups))
            {
                entry.KubernetesGroups = groups.ToArray();
            }

            if (admins.Contains(role))
            {
                entry.AccessPolicies = new()
                {
                    ["admin"] = new AccessPolicyAssociationArgs { PolicyArn = ClusterAdmin, AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" } },
                };
            }

            entries[NameOf(role, entries)] = entry;
        }

        return entries;
    }

    // arn:aws:iam::123456789012:role/teams/shop -> shop; the account tells apart roles of one name.
    private static string NameOf(string role, Dictionary<string, AccessEntryArgs> taken)
    {
        var name = role[(role.LastIndexOf('/') + 1)..];
        return taken.ContainsKey(name) ? $"{name}-{role.Split(':')[4]}" : name;
    }
}
