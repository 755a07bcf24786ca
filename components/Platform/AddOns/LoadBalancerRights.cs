using Components.Identity;

namespace Components.Platform;

/// <summary>What the AWS Load Balancer Controller may do: look around, and change what it made itself, known by the tag that it
/// gives.</summary>
internal static class LoadBalancerRights
{
    private const string Tag = "elbv2.k8s.aws/cluster";

    private static readonly IReadOnlyList<Pulumi.Input<string>> s_anything = ["*"];

    public static IReadOnlyList<Grant> In(AwsPartition partition)
    {
        Pulumi.Input<string> targetGroups = $"arn:{partition.Name}:elasticloadbalancing:*:*:targetgroup/*/*";
        IReadOnlyList<Pulumi.Input<string>> balancers = [targetGroups, .. Of(partition, "loadbalancer/net/*/*", "loadbalancer/app/*/*")];
        return All(
            [$"arn:{partition.Name}:ec2:*:*:security-group/*"],
            targetGroups,
            balancers,
            Of(partition, "listener/*/*/*", "listener-rule/*/*/*")
        );
    }

    private static IReadOnlyList<Grant> All(
        IReadOnlyList<Pulumi.Input<string>> securityGroups,
        Pulumi.Input<string> targetGroups,
        IReadOnlyList<Pulumi.Input<string>> balancers,
        IReadOnlyList<Pulumi.Input<string>> rules
    ) =>
        [
            new(
                ["iam:CreateServiceLinkedRole"],
                s_anything,
                When("StringEquals", "iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")
            ),
            new(
                [
                    "ec2:DescribeAccountAttributes",
                    "ec2:DescribeAddresses",
                    "ec2:DescribeAvailabilityZones",
                    "ec2:DescribeInstances",
                    "ec2:DescribeInternetGateways",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeRouteTables",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeTags",
                    "ec2:DescribeVpcs",
                    "ec2:GetSecurityGroupsForVpc",
                    "elasticloadbalancing:Describe*",
                    "acm:DescribeCertificate",
                    "acm:ListCertificates",
                ],
                s_anything
            ),
            new(["ec2:CreateSecurityGroup", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"], s_anything),
            new(["ec2:CreateTags"], securityGroups, When("StringEquals", "ec2:CreateAction", "CreateSecurityGroup")),
            new(["ec2:CreateTags", "ec2:DeleteTags", "ec2:DeleteSecurityGroup"], securityGroups, Own),
            new(
                ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
                s_anything,
                When("Null", $"aws:RequestTag/{Tag}", "false")
            ),
            new(["elasticloadbalancing:AddTags"], balancers, When("Null", $"aws:RequestTag/{Tag}", "false")),
            new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], balancers, Own),
            new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], rules),
            new(
                [
                    "elasticloadbalancing:CreateListener",
                    "elasticloadbalancing:DeleteListener",
                    "elasticloadbalancing:ModifyListener",
                    "elasticloadbalancing:CreateRule",
                    "elasticloadbalancing:DeleteRule",
                    "elasticloadbalancing:ModifyRule",
                    "elasticloadbalancing:SetRulePriorities",
                    "elasticloadbalancing:AddListenerCertificates",
                    "elasticloadbalancing:RemoveListenerCertificates",
                ],
                s_anything
            ),
            new(
                [
                    "elasticloadbalancing:DeleteLoadBalancer",
                    "elasticloadbalancing:DeleteTargetGroup",
                    "elasticloadbalancing:ModifyLoadBalancerAttributes",
                    "elasticloadbalancing:ModifyListenerAttributes",
                    "elasticloadbalancing:ModifyTargetGroup",
                    "elasticloadbalancing:ModifyTargetGroupAttributes",
                    "elasticloadbalancing:SetIpAddressType",
                    "elasticloadbalancing:SetSecurityGroups",
                    "elasticloadbalancing:SetSubnets",
                ],
                s_anything,
                Own
            ),
            new(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], [targetGroups]),
        ];

    private static IReadOnlyList<Pulumi.Input<string>> Of(AwsPartition partition, params IEnumerable<string> resources) =>
        [.. resources.Select(resource => (Pulumi.Input<string>)$"arn:{partition.Name}:elasticloadbalancing:*:*:{resource}")];

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Own => When("Null", $"aws:ResourceTag/{Tag}", "false");

    private static Dictionary<string, IReadOnlyDictionary<string, string>> When(string test, string key, string value) =>
        new() { [test] = new Dictionary<string, string> { [key] = value } };
}
