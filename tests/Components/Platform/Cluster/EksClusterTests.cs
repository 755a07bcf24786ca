using System.Collections.Immutable;
using Components.Platform;
using Components.Tests.Mocks;
using Components.Values;
using Pulumi;

namespace Components.Tests.Platform;

public sealed class EksClusterTests
{
    private const string Eks = "eks:index:Cluster";

    [Fact]
    public async Task Is_safe_by_default()
    {
        var mocks = await Make(args => args);
        var eks = mocks.Only(Eks);
        eks["version"].ShouldBe("1.35");
        eks["endpointPrivateAccess"].ShouldBe(true);
        eks["endpointPublicAccess"].ShouldBe(false);
        eks["authenticationMode"].ShouldBe("API");
        eks["encryptionConfigKeyArn"].ShouldBe("arn:key");
        eks["deletionProtection"].ShouldBe(true);
        eks["createOidcProvider"].ShouldBe(true);
        ((ImmutableArray<object>)eks["enabledClusterLogTypes"]).ShouldBe([
            "api",
            "audit",
            "authenticator",
            "controllerManager",
            "scheduler",
        ]);
        mocks.At("aws:cloudwatch/logGroup:LogGroup", "blue-logs", "name").ShouldBe("/aws/eks/blue/cluster");
        mocks.At("aws:cloudwatch/logGroup:LogGroup", "blue-logs", "retentionInDays").ShouldBe(90.0);
    }

    [Fact]
    public async Task Is_public_only_to_the_ranges_that_are_listed()
    {
        var mocks = await Make(args => args with { Endpoint = ApiEndpoint.PublicFrom(Ipv4Cidr.Parse("203.0.113.0/24")) });
        mocks.At(Eks, "blue", "endpointPublicAccess").ShouldBe(true);
        mocks.At(Eks, "blue", "publicAccessCidrs", 0).ShouldBe("203.0.113.0/24");
    }

    [Fact]
    public async Task Auto_mode_has_nodes_within_bounds_and_enforces_network_policies()
    {
        var mocks = await Make(args =>
            args with
            {
                Compute = new AutoMode { Capacity = [Capacity.Spot, Capacity.OnDemand], MaxCpus = 64 },
            }
        );
        mocks.At(Eks, "blue", "autoMode", "enabled").ShouldBe(true);
        mocks.Names("aws:iam/rolePolicyAttachment:RolePolicyAttachment").ShouldContain("blue-control-plane-AmazonEKSComputePolicy");
        mocks.At("aws:iam/role:Role", "blue-control-plane", "assumeRolePolicy").ShouldBeOfType<string>().ShouldContain("sts:TagSession");
        mocks.At("kubernetes:karpenter.sh/v1:NodePool", "blue-workloads", "spec", "limits", "cpu").ShouldBe("64");
        mocks
            .At("kubernetes:karpenter.sh/v1:NodePool", "blue-workloads", "spec", "template", "spec", "requirements", 0, "values", 0)
            .ShouldBe("spot");
        mocks.At("kubernetes:core/v1:ConfigMap", "blue-network-policies", "data", "enable-network-policy-controller").ShouldBe("true");
        mocks.At("kubernetes:storage.k8s.io/v1:StorageClass", "blue-gp3", "provisioner").ShouldBe("ebs.csi.eks.amazonaws.com");
        mocks.At("kubernetes:storage.k8s.io/v1:StorageClass", "blue-gp3", "parameters", "encrypted").ShouldBe("true");
        mocks.Names("aws:eks/addon:Addon").ShouldBe(["blue-amazon-cloudwatch-observability", "blue-metrics-server"]);
    }

    [Fact]
    public async Task Node_groups_are_hardened_and_have_what_auto_mode_builds_in()
    {
        var mocks = await Make(args =>
            args with
            {
                Compute = new NodeGroups([
                    new()
                    {
                        Name = "general",
                        MinSize = 3,
                        MaxSize = 9,
                        InstanceTypes = ["m7g.large"],
                        Architecture = Architecture.Arm64,
                        Taints = [new("dedicated", "x", TaintEffect.NoExecute)],
                    },
                ]),
                AddOns = [AddOn.MetricsServer],
            }
        );
        mocks.Inputs(Eks, "blue").ContainsKey("autoMode").ShouldBeFalse();
        mocks
            .Names("aws:eks/addon:Addon")
            .ShouldBe([
                "blue-aws-ebs-csi-driver",
                "blue-coredns",
                "blue-eks-node-monitoring-agent",
                "blue-eks-pod-identity-agent",
                "blue-kube-proxy",
                "blue-metrics-server",
                "blue-vpc-cni",
            ]);
        mocks.At("aws:eks/addon:Addon", "blue-vpc-cni", "configurationValues").ShouldBe("""{"enableNetworkPolicy":"true"}""");
        mocks.At("aws:eks/addon:Addon", "blue-vpc-cni", "podIdentityAssociations", 0, "serviceAccount").ShouldBe("aws-node");

        const string Group = "aws:eks/nodeGroup:NodeGroup";
        mocks.At(Group, "blue-general", "amiType").ShouldBe("BOTTLEROCKET_ARM_64");
        mocks.At(Group, "blue-general", "updateConfig", "maxUnavailablePercentage").ShouldBe(33.0);
        mocks.At(Group, "blue-general", "nodeRepairConfig", "enabled").ShouldBe(true);
        mocks.At(Group, "blue-general", "taints", 0, "effect").ShouldBe("NO_EXECUTE");

        const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
        mocks.At(Template, "blue-general", "metadataOptions", "httpTokens").ShouldBe("required");
        mocks.At(Template, "blue-general", "metadataOptions", "httpPutResponseHopLimit").ShouldBe(1.0);
        mocks.At(Template, "blue-general", "blockDeviceMappings", 1, "ebs", "encrypted").ShouldBe("true");
        mocks.At("kubernetes:helm.sh/v3:Release", "blue-load-balancers", "values", "clusterName").ShouldBe("blue");
    }

    [Fact]
    public async Task People_get_access_by_their_roles()
    {
        const string Admin = "arn:aws:iam::111122223333:role/platform/admin";
        const string Team = "arn:aws:iam::111122223333:role/shop";
        var mocks = await Make(args =>
            args with
            {
                Admins = [Admin],
                Members = new Dictionary<string, IReadOnlyList<string>> { [Team] = ["team:shop"] },
            }
        );
        const string Entry = "aws:eks/accessEntry:AccessEntry";
        mocks.Names(Entry).ShouldBe(["blue-platform-admin", "blue-shop"]);
        mocks.At(Entry, "blue-shop", "principalArn").ShouldBe(Team);
        mocks.At(Entry, "blue-shop", "kubernetesGroups", 0).ShouldBe("team:shop");
        var admin = mocks.Only("aws:eks/accessPolicyAssociation:AccessPolicyAssociation");
        (admin["principalArn"], admin["policyArn"]).ShouldBe((Admin, "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"));
    }

    [Fact]
    public async Task Creating_a_cluster_gives_no_rights_in_it()
    {
        var given = ImmutableDictionary<string, object?>
            .Empty.Add("name", "blue")
            .Add("accessConfig", ImmutableDictionary<string, object?>.Empty.Add("bootstrapClusterCreatorAdminPermissions", true));
        var kept = await CreatorAccess.Withhold(
            new("blue-eksCluster", "aws:eks/cluster:Cluster", custom: true, given, new CustomResourceOptions()),
            default
        );
        var access = kept!.Value.Args["accessConfig"].ShouldBeAssignableTo<IReadOnlyDictionary<string, object?>>()!;
        (access["bootstrapClusterCreatorAdminPermissions"], access["authenticationMode"], kept.Value.Args["name"]).ShouldBe(
            (false, "API", "blue")
        );
        (
            await CreatorAccess.Withhold(new("other", "aws:eks/addon:Addon", custom: true, given, new CustomResourceOptions()), default)
        ).ShouldBeNull();
    }

    [Fact]
    public async Task Nodes_of_auto_mode_are_in_private_subnets_and_need_no_add_on_for_names()
    {
        var mocks = await Make(args => args);
        mocks.At(Eks, "blue", "privateSubnetIds", 1).ShouldBe("net-private-b-id");
        mocks.At(Eks, "blue", "publicSubnetIds").ShouldBeNull();
        mocks.At(Eks, "blue", "corednsAddonOptions", "enabled").ShouldBe(false);
    }

    [Fact]
    public async Task Logs_of_containers_are_kept_as_long_as_those_of_the_control_plane_and_encrypted()
    {
        var mocks = await Make(args => args with { LogDays = 30 });
        foreach (var kind in (string[])["application", "dataplane", "host", "performance"])
        {
            var group = mocks.Inputs("aws:cloudwatch/logGroup:LogGroup", $"blue-{kind}-logs");
            (group["name"], group["retentionInDays"], group["kmsKeyId"]).ShouldBe(($"/aws/containerinsights/blue/{kind}", 30.0, "arn:key"));
        }
    }

    [Fact]
    public async Task Add_ons_follow_the_version_of_the_cluster()
    {
        var mocks = await Make(args => args with { Version = KubernetesVersion.Parse("1.34") });
        mocks.At("aws:eks/addon:Addon", "blue-metrics-server", "addonVersion").ShouldBe("metrics-server for 1.34");
    }

    [Fact]
    public async Task Each_add_on_that_there_is_installs_one_of_its_own()
    {
        var chosen = new List<string>();
        foreach (var addOn in Enum.GetValues<AddOn>())
        {
            var mocks = await Make(args => args with { AddOns = [addOn], Zone = new HostedZone("dev.example.com", "Z1") });
            chosen.Add(mocks.Names("aws:eks/addon:Addon").ShouldHaveSingleItem(addOn.ToString()));
        }

        chosen.ShouldBeUnique();
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:")]
    [InlineData("eusc-de-east-1", "arn:aws-eusc:")]
    public async Task Names_of_AWS_are_those_of_the_regions_partition(string region, string prefix)
    {
        var mocks = await Make(args =>
            args with
            {
                Region = region,
                Admins = [$"{prefix}iam::111122223333:role/deploy"],
                Compute = new NodeGroups([
                    new()
                    {
                        Name = "general",
                        MinSize = 3,
                        MaxSize = 9,
                        InstanceTypes = ["m7i.large"],
                    },
                ]),
                AddOns = [AddOn.Observability, AddOn.ExternalDns],
                Zone = new("example.com", "Z1"),
            }
        );
        var texts = mocks.Texts.Where(text => text.Contains("arn:aws", StringComparison.Ordinal)).ToList();
        texts.Count.ShouldBeGreaterThan(8);
        texts.ShouldAllBe(text => text.Contains(prefix, StringComparison.Ordinal) && !text.Contains("arn:aws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Providers_know_the_cluster_by_its_arn()
    {
        var mocks = await Make(args => args);
        foreach (var provider in (string[])["blue-setup", "blue"])
        {
            mocks
                .At("pulumi:providers:kubernetes", provider, "clusterIdentifier")
                .ShouldBe("arn:aws:eks:eu-central-1:111122223333:cluster/blue");
        }
    }

    [Fact]
    public void The_address_of_the_api_is_that_of_the_kubeconfig() =>
        EndpointCheck
            .ServerOf("""{"clusters":[{"cluster":{"server":"https://A1.eks.example"}}]}""")
            .ShouldBe(new Uri("https://a1.eks.example"));

    [Theory]
    [InlineData(
        false,
        "Its endpoint is private: it answers inside the VPC only. Run from a runner in the VPC or over a VPN, or list ranges: endpoint: "
            + "{ publicFrom: [...] }."
    )]
    [InlineData(
        true,
        "It lets in the VPC, and 203.0.113.0/24. Add this machine's range to platform:cluster endpoint publicFrom, or run from one of "
            + "these."
    )]
    public void Says_why_the_api_does_not_answer(bool isPublic, string reason) =>
        EndpointCheck
            .Refusal(
                new Uri("https://example.eks.amazonaws.com"),
                isPublic ? ApiEndpoint.PublicFrom(Ipv4Cidr.Parse("203.0.113.0/24")) : ApiEndpoint.Private
            )
            .ShouldBe(
                $"""
                The Kubernetes API at example.eks.amazonaws.com cannot be reached from this machine, so none of its objects was changed.
                  {reason}
                  Where it is reached through a proxy or tunnel, set PLATFORM_SKIP_ENDPOINT_CHECK=1.
                """
            );

    private static Task<AwsMocks> Make(Func<EksClusterArgs, EksClusterArgs> change) =>
        AwsMocks.RunAsync(() =>
        {
            var network = new Network(
                "net",
                new()
                {
                    Cidr = Ipv4Cidr.Parse("10.40.0.0/16"),
                    Region = "eu-central-1",
                    Zones = ['a', 'b'],
                    KeyArn = "arn:key",
                }
            );
            _ = new EksCluster(
                "blue",
                change(
                    new()
                    {
                        Account = "111122223333",
                        Region = "eu-central-1",
                        Network = network,
                        KeyArn = "arn:key",
                        Endpoint = ApiEndpoint.Private,
                        Admins = ["arn:aws:iam::111122223333:role/deploy"],
                    }
                )
            );
        });
}
