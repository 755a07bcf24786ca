using Components.Routes;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Infra.Tests.Policies;

/// <summary>What the internet can reach is found whatever makes it reachable, and whatever set of ranges says so.</summary>
public sealed class OpenToTheInternetTests
{
    private const string Scheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private static readonly string[] s_office = ["203.0.113.0/24", "2001:db8::/32"];
    private static readonly string[] s_halves = ["0.0.0.0/1", "128.0.0.0/1"];

    public static TheoryData<string, string, Action<string[]>> Public =>
        new()
        {
            {
                "Service",
                $"Service shop/orders: metadata.annotations[\"{Scheme}\"]",
                ranges =>
                    _ = new Service(
                        "orders",
                        new ServiceArgs
                        {
                            Metadata = Metadata((Scheme, "internet-facing")),
                            Spec = new ServiceSpecArgs { LoadBalancerSourceRanges = ranges },
                        }
                    )
            },
            {
                "Service, ranges as an annotation",
                $"Service shop/orders: metadata.annotations[\"{Scheme}\"]",
                ranges =>
                    _ = new Service(
                        "orders",
                        new ServiceArgs
                        {
                            Metadata = Metadata(
                                (Scheme, "internet-facing"),
                                ("service.beta.kubernetes.io/load-balancer-source-ranges", string.Join(',', ranges))
                            ),
                        }
                    )
            },
            {
                "Ingress",
                "Ingress shop/orders: metadata.annotations[\"alb.ingress.kubernetes.io/scheme\"]",
                ranges =>
                    _ = new Pulumi.Kubernetes.Networking.V1.Ingress(
                        "orders",
                        new Pulumi.Kubernetes.Types.Inputs.Networking.V1.IngressArgs
                        {
                            Metadata = Metadata(
                                ("alb.ingress.kubernetes.io/scheme", "internet-facing"),
                                ("alb.ingress.kubernetes.io/inbound-cidrs", string.Join(", ", ranges))
                            ),
                        }
                    )
            },
            {
                "class of Ingresses",
                "IngressClassParams shop/orders: spec.scheme",
                ranges => Custom("eks.amazonaws.com/v1", "IngressClassParams", ("scheme", "internet-facing"), ("inboundCIDRs", ranges))
            },
            {
                "load balancer of a gateway",
                "LoadBalancerConfiguration shop/orders: spec.scheme",
                ranges => Custom("gateway.k8s.aws/v1", "LoadBalancerConfiguration", ("scheme", "internet-facing"), ("sourceRanges", ranges))
            },
            {
                "what a gateway's controller makes",
                $"Gateway shop/orders: spec.infrastructure.annotations[\"{Scheme}\"]",
                ranges =>
                    Custom(
                        "gateway.networking.k8s.io/v1",
                        "Gateway",
                        (
                            "infrastructure",
                            new Dictionary<string, object>
                            {
                                ["annotations"] = new Dictionary<string, object>
                                {
                                    [Scheme] = "internet-facing",
                                    ["service.beta.kubernetes.io/load-balancer-source-ranges"] = string.Join(',', ranges),
                                },
                            }
                        )
                    )
            },
        };

    [Theory]
    [MemberData(nameof(Public))]
    public async Task A_public_load_balancer_is_found_unless_its_ranges_are_narrow(string what, string at, Action<string[]> program)
    {
        foreach (
            var open in (string[][])
                [
                    [],
                    ["0.0.0.0/0"],
                    ["::/0"],
                    s_halves,
                    [.. s_office, "2000::/4", "3000::/4"],
                ]
        )
        {
            var report = await PolicyRun.OfAsync(() => program(open));
            report
                .Errors.ShouldHaveSingleItem($"{what}, {string.Join(' ', open)}")
                .Text.ShouldStartWith($"NET001  {at} is 'internet-facing', for any address.\n");
        }

        (await PolicyRun.OfAsync(() => program(s_office))).Errors.ShouldBeEmpty(what);
    }

    [Fact]
    public async Task The_components_gateway_is_found_when_it_is_on_the_internet_and_can_be_waived()
    {
        static WebGateway Gateway(string? because) =>
            new(
                "edge",
                new()
                {
                    Namespace = Space(),
                    Certificate = "arn:aws:acm:x",
                    PublicBecause = because,
                }
            );

        (await PolicyRun.OfAsync(() => _ = Gateway(null))).Errors.ShouldBeEmpty();
        (await PolicyRun.OfAsync(() => _ = Gateway("customers use it from anywhere")))
            .Errors.ShouldHaveSingleItem()
            .Text.ShouldStartWith("NET001  LoadBalancerConfiguration shop/edge: spec.scheme is 'internet-facing', for any address.\n");
        var waived = await PolicyRun.OfAsync(() =>
            Components.Policies.WaiverExtensions.Waive(
                Gateway("customers use it from anywhere"),
                "NET001",
                because: "customers use it from anywhere",
                until: "2027-06-30"
            )
        );
        waived.Errors.ShouldBeEmpty();
        waived.Waivers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_set_of_ranges_is_judged_by_what_it_covers_in_security_groups_and_at_the_clusters_endpoint()
    {
        (await Errors(() => Group([s_halves]))).ShouldBe([
            "NET002  aws:ec2/securityGroup:SecurityGroup open: ingress[0].cidrBlocks[0] is 0.0.0.0/1 with 128.0.0.0/1: a large "
                + "part of the internet.",
        ]);
        (
            await Errors(() =>
                Group([
                    ["0.0.0.0/5"],
                    ["8.0.0.0/5"],
                ])
            )
        ).ShouldBe([
            "NET002  aws:ec2/securityGroup:SecurityGroup open: ingress[0].cidrBlocks[0] is 0.0.0.0/5 with 8.0.0.0/5: a large "
                + "part of the internet.",
        ]);
        (await Errors(() => Group([s_office[..1]]))).ShouldBeEmpty();
        (await Errors(() => Cluster(s_halves))).ShouldBe([
            "NET003  eks:index:Cluster blue: publicAccessCidrs[0] is 0.0.0.0/1 with 128.0.0.0/1: a large " + "part of the internet.",
        ]);
        (await Errors(() => Cluster(s_office[..1]))).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> Errors(Action program) =>
        (await PolicyRun.OfAsync(program)).Errors.Select(error => error.Text.Split('\n')[0]);

    private static AppNamespace Space() =>
        new(
            "shop",
            new()
            {
                Target = new ClusterTarget(
                    new Pulumi.Kubernetes.Provider("test", new() { RenderYamlToDirectory = "nowhere" }),
                    LoadBalancing.Controller,
                    Ipv4Cidr.Parse("10.0.0.0/16")
                ),
            }
        );

    private static void Group(string[][] rules)
    {
        var ingress = new InputList<SecurityGroupIngressArgs>();
        foreach (var ranges in rules)
        {
            ingress.Add(
                new SecurityGroupIngressArgs
                {
                    Protocol = "tcp",
                    FromPort = 443,
                    ToPort = 443,
                    CidrBlocks = ranges,
                }
            );
        }

        _ = new SecurityGroup("open", new() { Ingress = ingress });
    }

    private static void Cluster(string[] ranges) =>
        _ = new Pulumi.Eks.Cluster("blue", new() { EncryptionConfigKeyArn = "arn:key", PublicAccessCidrs = ranges });

    private static ObjectMetaArgs Metadata(params (string Key, string Value)[] annotations)
    {
        var metadata = new ObjectMetaArgs { Name = "orders", Namespace = "shop" };
        foreach (var (key, value) in annotations)
        {
            metadata.Annotations.Add(key, value);
        }

        return metadata;
    }

    private static void Custom(string apiVersion, string kind, params (string Key, object Value)[] spec)
    {
        var args = new ObjectArgs(apiVersion, kind) { Metadata = Metadata() };
        foreach (var (key, value) in spec)
        {
            args.Spec.Add(key, value is string[] list ? list.Cast<object>().ToArray() : value);
        }

        _ = new CustomResource("orders", args);
    }

    private sealed class ObjectArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
    {
        [Input("spec")]
        public InputMap<object> Spec { get; set; } = [];
    }
}
