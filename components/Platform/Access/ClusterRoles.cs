using Components.Identity;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Components.Platform;

/// <summary>The IAM roles of the control plane and of nodes. A cluster needs their policies for as long as it lives: it depends on
/// <see cref="Attachments"/>.</summary>
internal sealed class ClusterRoles
{
    private static readonly string[] s_autoModePolicies =
    [
        "AmazonEKSComputePolicy",
        "AmazonEKSBlockStoragePolicy",
        "AmazonEKSLoadBalancingPolicy",
        "AmazonEKSNetworkingPolicy",
    ];

    private readonly Resource _parent;
    private readonly AwsPartition _partition;

    public ClusterRoles(string name, EksClusterArgs args, Resource parent)
    {
        _parent = parent;
        _partition = AwsPartition.Of(args.Region);
        var auto = args.Compute is AutoMode;
        ControlPlane = Role(
            $"{name}-control-plane",
            "eks.amazonaws.com",
            tagSession: auto,
            ["AmazonEKSClusterPolicy", .. auto ? s_autoModePolicies : []]
        );

        // The CNI has a role of its own (NodeAddOns): a node's role is what every pod on it could borrow.
        Nodes = Role(
            $"{name}-nodes",
            "ec2.amazonaws.com",
            tagSession: false,
            auto
                ? ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"]
                : ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"]
        );
    }

    public Role ControlPlane { get; }

    public Role Nodes { get; }

    public List<Resource> Attachments { get; } = [];

    private Role Role(string name, string service, bool tagSession, IEnumerable<string> policies)
    {
        var role = new Role(
            IamName.Of(name),
            new() { AssumeRolePolicy = PolicyDocument.TrustService(service, tagSession) },
            new() { Parent = _parent }
        );
        foreach (var policy in policies)
        {
            Attachments.Add(
                new RolePolicyAttachment(
                    $"{name}-{policy}",
                    new() { Role = role.Name, PolicyArn = _partition.ManagedPolicy(policy) },
                    new() { Parent = role }
                )
            );
        }

        return role;
    }
}
