using Components.Identity;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;

namespace Components.Platform;

/// <summary>The record of who connected to whom, accepted or not.</summary>
internal sealed class FlowLogs
{
    public FlowLogs(string name, Network network, NetworkArgs args)
    {
        var group = new LogGroup(
            $"{name}-flow",
            new()
            {
                Name = $"/aws/vpc/{name}/flow",
                RetentionInDays = args.FlowLogDays,
                KmsKeyId = args.KeyArn,
            },
            network.Child
        );
        var role = new Role(
            IamName.Of($"{name}-flow"),
            new() { AssumeRolePolicy = PolicyDocument.TrustService("vpc-flow-logs.amazonaws.com") },
            network.Child
        );
        var write = new RolePolicy(
            $"{name}-flow",
            new()
            {
                Role = role.Id,
                Policy = group.Arn.Apply(arn =>
                    PolicyDocument.Allow([
                        new(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], [$"{arn}:*"]),
                        new(["logs:DescribeLogGroups"], ["*"]),
                    ])
                ),
            },
            network.Child
        );
        _ = new FlowLog(
            name,
            new()
            {
                VpcId = network.Vpc.Id,
                TrafficType = "ALL",
                LogDestination = group.Arn,
                IamRoleArn = role.Arn,
                MaxAggregationInterval = 60,
                Tags = Network.Named(name),
            },
            new() { Parent = network, DependsOn = { write } }
        );
    }
}
