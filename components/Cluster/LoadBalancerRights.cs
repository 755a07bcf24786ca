using Components.Identity;

namespace Components.Cluster;

/// <summary>What the AWS Load Balancer Controller may do: look around, and change what it made itself, known by the tag that it gives.</summary>
internal static class LoadBalancerRights
{
    private const string Tag = "elbv2.k8s.aws/cluster";

    private static readonly IReadOnlyList<Pulumi.Input<string>> s_anything = ["*"];
    private static readonly IReadOnlyList<Pulumi.Input<string>> s_securityGroups = ["arn:aws:ec2:*:*:security-group/*"];

    private static readonly IReadOnlyList<Pulumi.Input<string>> s_balancers =
    [
        "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*",
        "arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*",
        "arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*",
    ];

    private static readonly IReadOnlyList<Pulumi.Input<string>> s_rules =
    [
        "arn:aws:elasticloadbalancing:*:*:listener/*/*/*",
        "arn:aws:elasticloadbalancing:*:*:listener-rule/*/*/*",
    ];

    public static IReadOnlyList<Grant> All { get; } =
    [
        new(["iam:CreateServiceLinkedRole"], s_anything, When("StringEquals", "iam:AWSServiceName", "elasticloadbalancing.amazonaws.com")),
        new(
            [
                "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones", "ec2:DescribeInstances", "ec2:DescribeInternetGateways",
                "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcs",
                "ec2:GetSecurityGroupsForVpc", "elasticloadbalancing:Describe*", "acm:DescribeCertificate", "acm:ListCertificates",
            ],
            s_anything),
        new(["ec2:CreateSecurityGroup", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"], s_anything),
        new(["ec2:CreateTags"], s_securityGroups, When("StringEquals", "ec2:CreateAction", "CreateSecurityGroup")),
        new(["ec2:CreateTags", "ec2:DeleteTags", "ec2:DeleteSecurityGroup"], s_securityGroups, Own),
        new(["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"], s_anything, When("Null", $"aws:RequestTag/{Tag}", "false")),
        new(["elasticloadbalancing:AddTags"], s_balancers, When("Null", $"aws:RequestTag/{Tag}", "false")),
        new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], s_balancers, Own),
        new(["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], s_rules),
        new(
            [
                "elasticloadbalancing:CreateListener", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:ModifyListener", "elasticloadbalancing:CreateRule",
                "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyRule", "elasticloadbalancing:SetRulePriorities",
                "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:RemoveListenerCertificates",
            ],
            s_anything),
        new(
            [
                "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:ModifyLoadBalancerAttributes",
                "elasticloadbalancing:ModifyListenerAttributes", "elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:ModifyTargetGroupAttributes",
                "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets",
            ],
            s_anything,
            Own),
        new(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], [s_balancers[0]]),
    ];

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Own => When("Null", $"aws:ResourceTag/{Tag}", "false");

    private static Dictionary<string, IReadOnlyDictionary<string, string>> When(string test, string key, string value) =>
        new() { [test] = new Dictionary<string, string> { [key] = value } };
}
