using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;

namespace Components.Platform;

/// <summary>A managed node group and the launch template that hardens its instances.</summary>
internal static class ManagedNodes
{
    public static Pulumi.Aws.Eks.NodeGroup Make(
        EksCluster cluster,
        EksClusterArgs args,
        NodeGroup group,
        Role role,
        InputList<Resource> before
    )
    {
        var name = $"{cluster.Name}-{group.Name}";
        var template = Template(name, cluster, args, group);
        return new Pulumi.Aws.Eks.NodeGroup(
            name,
            new()
            {
                ClusterName = cluster.Name,
                NodeRoleArn = role.Arn,
                SubnetIds = args.Network.PrivateSubnetIds.ToArray(),
                Version = args.Version.ToString(),
                AmiType = AmiType(group),
                CapacityType = group.Capacity switch
                {
                    Capacity.Spot => "SPOT",
                    Capacity.OnDemand => "ON_DEMAND",
                },
                InstanceTypes = group.InstanceTypes.ToArray(),
                LaunchTemplate = new NodeGroupLaunchTemplateArgs
                {
                    Id = template.Id,
                    Version = template.LatestVersion.Apply(version => version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                },
                ScalingConfig = new NodeGroupScalingConfigArgs
                {
                    MinSize = group.MinSize,
                    DesiredSize = group.MinSize,
                    MaxSize = group.MaxSize,
                },
                UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = 33 },
                NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
                Labels = group.Labels.ToDictionary(),
                Taints = group
                    .Taints.Select(taint => new NodeGroupTaintArgs
                    {
                        Key = taint.Key,
                        Value = taint.Value,
                        Effect = EffectOf(taint.Effect),
                    })
                    .ToArray(),
            },
            new()
            {
                Parent = cluster,
                DependsOn = before,

                // An autoscaler moves it; setting it back would stop nodes in use, and make every drift check red.
                IgnoreChanges = { "scalingConfig.desiredSize" },
            }
        );
    }

    private static LaunchTemplate Template(string name, EksCluster cluster, EksClusterArgs args, NodeGroup group) =>
        new(
            name,
            new()
            {
                UpdateDefaultVersion = true,

                // Hop limit 1: pods cannot reach the node's credentials; they have pod identity.
                MetadataOptions = new LaunchTemplateMetadataOptionsArgs
                {
                    HttpEndpoint = "enabled",
                    HttpTokens = "required",
                    HttpPutResponseHopLimit = 1,
                },
                BlockDeviceMappings = Disks(group),
                TagSpecifications =
                {
                    new LaunchTemplateTagSpecificationArgs { ResourceType = "instance", Tags = Tags(name) },
                    new LaunchTemplateTagSpecificationArgs { ResourceType = "volume", Tags = Tags(name) },
                },
            },
            new() { Parent = cluster }
        );

    // Bottlerocket's first disk is its own; images and containers are on the second.
    private static InputList<LaunchTemplateBlockDeviceMappingArgs> Disks(NodeGroup group) =>
        group.Image switch
        {
            NodeImage.Bottlerocket => [Disk("/dev/xvda", new()), Disk("/dev/xvdb", new() { VolumeSize = group.DiskGiB })],
            NodeImage.AmazonLinux2023 => [Disk("/dev/xvda", new() { VolumeSize = group.DiskGiB })],
        };

    private static LaunchTemplateBlockDeviceMappingArgs Disk(string device, LaunchTemplateBlockDeviceMappingEbsArgs volume)
    {
        volume.VolumeType = "gp3";
        volume.Encrypted = "true";
        volume.DeleteOnTermination = "true";
        return new() { DeviceName = device, Ebs = volume };
    }

    private static InputMap<string> Tags(string name) => new() { ["Name"] = name };

    private static string AmiType(NodeGroup group) =>
        (group.Image, group.Architecture) switch
        {
            (NodeImage.Bottlerocket, Architecture.Amd64) => "BOTTLEROCKET_x86_64",
            (NodeImage.Bottlerocket, Architecture.Arm64) => "BOTTLEROCKET_ARM_64",
            (NodeImage.AmazonLinux2023, Architecture.Amd64) => "AL2023_x86_64_STANDARD",
            (NodeImage.AmazonLinux2023, Architecture.Arm64) => "AL2023_ARM_64_STANDARD",
        };

    private static string EffectOf(TaintEffect effect) =>
        effect switch
        {
            TaintEffect.NoExecute => "NO_EXECUTE",
            TaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE",
            TaintEffect.NoSchedule => "NO_SCHEDULE",
        };
}
