using Infra.Policies;
using Infra.Tests.Stacks;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Tests.Policies;

/// <summary>Each rule on what breaks it. That the stacks break none is shown by <see cref="StackPolicyTests"/>.</summary>
public sealed class CompanyPolicyTests
{
    private static readonly ObjectMetaArgs s_metadata = new() { Name = "orders", Namespace = "shop" };

    public static TheoryData<string, string, Action> Violations =>
        new()
        {
            { "IMG001", "Pod shop/orders: spec.containers[0].image is 'nginx'", () => Pod(Container("nginx")) },
            {
                "IMG001",
                "Pod shop/orders: spec.containers[0].image is 'registry.example:5000/shop/orders:latest'",
                () => Pod(Container("registry.example:5000/shop/orders:latest"))
            },
            { "RES001", "Pod shop/orders: spec.containers[0].resources.limits.memory is not set", () => Pod(Container(limits: new())) },
            { "SEC001", "Pod shop/orders: spec.hostNetwork is true", () => Pod(Container(), spec => spec.HostNetwork = true) },
            { "SEC001", "Pod shop/orders: spec.volumes[0].hostPath is '/var/log' of the node", () => Pod(Container(), spec => spec.Volumes =
                            new VolumeArgs
                            {
                                Name = "logs",
                                HostPath = new HostPathVolumeSourceArgs { Path = "/var/log" },
                            }) },
            {
                "SEC001",
                "Pod shop/orders: spec.containers[0].securityContext.privileged is true",
                () => Pod(Container(security: new() { Privileged = true }))
            },
            {
                "SEC001",
                "Pod shop/orders: spec.containers[0].securityContext.capabilities.add[0] is 'NET_ADMIN'",
                () => Pod(Container(security: new() { Capabilities = new CapabilitiesArgs { Add = { "NET_ADMIN" } } }))
            },
            {
                "NET001",
                "Service shop/orders: metadata.annotations[\"service.beta.kubernetes.io/aws-load-balancer-scheme\"] is "
                    + "'internet-facing', for any address",
                () =>
                    _ = new Service(
                        "orders",
                        new ServiceArgs
                        {
                            Metadata = new ObjectMetaArgs
                            {
                                Name = "orders",
                                Namespace = "shop",
                                Annotations = { ["service.beta.kubernetes.io/aws-load-balancer-scheme"] = "internet-facing" },
                            },
                        }
                    )
            },
            {
                "NET002",
                "aws:ec2/securityGroup:SecurityGroup open: ingress[0].cidrBlocks[0] is 0.0.0.0/0",
                () =>
                    _ = new SecurityGroup(
                        "open",
                        new()
                        {
                            Ingress =
                            {
                                new Pulumi.Aws.Ec2.Inputs.SecurityGroupIngressArgs
                                {
                                    Protocol = "tcp",
                                    FromPort = 22,
                                    ToPort = 22,
                                    CidrBlocks = { "0.0.0.0/0" },
                                },
                            },
                        }
                    )
            },
            {
                "NET003",
                "eks:index:Cluster bare: publicAccessCidrs is not set: anyone may connect",
                () => _ = new Pulumi.Eks.Cluster("bare", new() { EncryptionConfigKeyArn = "arn:key" })
            },
            {
                "ENC001",
                "eks:index:Cluster bare: encryptionConfigKeyArn is not set",
                () => _ = new Pulumi.Eks.Cluster("bare", new() { EndpointPublicAccess = false })
            },
            { "ENC001", "aws:cloudwatch/logGroup:LogGroup audit: kmsKeyId is not set", () => _ = new LogGroup("audit") },
            {
                "LBL001",
                "Pod shop/orders: metadata.labels[\"app.kubernetes.io/name\"] is not set",
                () => Pod(Container(), labelled: false)
            },
            {
                "CAP001",
                "ResourceQuota shop/orders: spec.hard[\"requests.cpu\"] is 2, the peak 2.5 (orders 5 × 0.5)",
                () =>
                {
                    Quota("2");
                    Deployment(replicas: 4);
                }
            },
            {
                "CAP001",
                "ResourceQuota shop/orders: spec.hard[\"requests.cpu\"] is 2, the peak 6.5 (orders 13 × 0.5)",
                () =>
                {
                    Quota("2");
                    Deployment(replicas: 1);
                    Autoscaler(10);
                }
            },
        };

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task Finds_what_breaks_a_rule(string policy, string expected, Action program)
    {
        var report = await PolicyRun.OfAsync(program);
        var error = report.Errors.ShouldHaveSingleItem().Text;
        error.Split('\n')[0].ShouldBe($"{policy}  {expected}.");
    }

    [Fact]
    public async Task Lets_through_what_keeps_them()
    {
        var report = await PolicyRun.OfAsync(() =>
        {
            Pod(
                Container(
                    security: new()
                    {
                        AllowPrivilegeEscalation = false,
                        Capabilities = new CapabilitiesArgs { Drop = { "ALL" }, Add = { "NET_BIND_SERVICE" } },
                    }
                )
            );
            Quota("3");
            Deployment(replicas: 4);
        });
        report.Errors.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Namespaces_that_are_yet_to_be_made_are_kept_apart_in_a_preview()
    {
        static ObjectMetaArgs In(string name) => new() { Name = name, Namespace = Pulumi.Utilities.OutputUtilities.CreateUnknown("") };

        var report = await PolicyRun.OfAsync(() =>
        {
            _ = new ResourceQuota(
                "shop/quota",
                new ResourceQuotaArgs
                {
                    Metadata = In("quota"),
                    Spec = new ResourceQuotaSpecArgs { Hard = { ["requests.cpu"] = "1" } },
                }
            );
            Deployment(replicas: 1, "shop/orders", In("orders"));
            Deployment(replicas: 9, "web/nginx", In("nginx"));
        });
        report.Errors.ShouldBeEmpty();
    }

    private static void Pod(ContainerArgs container, Action<PodSpecArgs>? change = null, bool labelled = true)
    {
        var spec = new PodSpecArgs { Containers = { container } };
        change?.Invoke(spec);
        var metadata = new ObjectMetaArgs { Name = "orders", Namespace = "shop" };
        if (labelled)
        {
            metadata.Labels = new() { ["app.kubernetes.io/name"] = "orders" };
        }

        _ = new Pod("orders", new PodArgs { Metadata = metadata, Spec = spec });
    }

    private static ContainerArgs Container(
        string image = "nginx:1.29.3",
        InputMap<string>? limits = null,
        SecurityContextArgs? security = null
    )
    {
        var container = new ContainerArgs
        {
            Name = "main",
            Image = image,
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "500m", ["memory"] = "64Mi" },
                Limits = limits ?? new() { ["memory"] = "64Mi" },
            },
        };
        if (security is not null)
        {
            container.SecurityContext = security;
        }

        return container;
    }

    private static void Quota(string cpu) =>
        _ = new ResourceQuota(
            "orders",
            new ResourceQuotaArgs
            {
                Metadata = s_metadata,
                Spec = new ResourceQuotaSpecArgs { Hard = { ["requests.cpu"] = cpu } },
            }
        );

    private static void Deployment(int replicas, string name = "orders", ObjectMetaArgs? metadata = null) =>
        _ = new Pulumi.Kubernetes.Apps.V1.Deployment(
            name,
            new DeploymentArgs
            {
                Metadata = metadata ?? s_metadata,
                Spec = new DeploymentSpecArgs
                {
                    Replicas = replicas,
                    Selector = new LabelSelectorArgs(),
                    Template = new PodTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs { Labels = { ["app.kubernetes.io/name"] = "orders" } },
                        Spec = new PodSpecArgs { Containers = { Container() } },
                    },
                },
            }
        );

    private static void Autoscaler(int most) =>
        _ = new Pulumi.Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler(
            "orders",
            new HorizontalPodAutoscalerArgs
            {
                Metadata = s_metadata,
                Spec = new HorizontalPodAutoscalerSpecArgs
                {
                    MaxReplicas = most,
                    ScaleTargetRef = new CrossVersionObjectReferenceArgs { Kind = "Deployment", Name = "orders" },
                },
            }
        );
}
