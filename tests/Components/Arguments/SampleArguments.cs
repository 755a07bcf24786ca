using System.Reflection;
using Components.Data;
using Components.Identity;
using Components.Platform;
using Components.Pods;
using Components.Rollouts;
using Components.Routes;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;

namespace Components.Tests.Arguments;

/// <summary>Arguments of every component, with something in each collection. One of it serves one run of a program and one
/// namespace.</summary>
internal sealed class SampleArguments(AppNamespace space)
{
    private readonly Lazy<WebService> _service = new(() =>
        new WebService(
            "behind",
            new()
            {
                Namespace = space,
                Image = "behind:1.0.0",
                Port = 8080,
                Cpu = 50.Millicores(),
                Memory = 32.MiB(),
                Health = Health.Tcp(),
                Expose = Expose.Route(),
            }
        )
    );

    private readonly Lazy<WebGateway> _gateway = new(() =>
        new WebGateway("edge", new() { Namespace = space, Certificate = "arn:aws:acm:x" })
    );

    private readonly Lazy<Network> _network = new(() => new Network("net", NetworkArgs()));

    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(AppConfigArgs),
        typeof(AppSecretArgs),
        typeof(AppNamespaceArgs),
        typeof(DomainArgs),
        typeof(EksClusterArgs),
        typeof(GatewayRouteArgs),
        typeof(GeneratedCertificateArgs),
        typeof(ManagedSecretsArgs),
        typeof(NetworkArgs),
        typeof(NodeAgentArgs),
        typeof(OneOffPodArgs),
        typeof(OneOffTaskArgs),
        typeof(PodIdentityArgs),
        typeof(PrivateBucketArgs),
        typeof(RegistryArgs),
        typeof(ScheduledTaskArgs),
        typeof(ServiceAccountRoleArgs),
        typeof(StatefulServiceArgs),
        typeof(VolumeClaimArgs),
        typeof(WebGatewayArgs),
        typeof(WebRouteArgs),
        typeof(WebServiceArgs),
        typeof(WorkerArgs),
    ];

    public object Of(Type args) =>
        args.Name switch
        {
            nameof(AppConfigArgs) => new AppConfigArgs { Namespace = space, Data = { ["level"] = "info" } },
            nameof(AppSecretArgs) => new AppSecretArgs
            {
                Namespace = space,
                Data = { ["made"] = SecretValue.Generated(), ["given"] = Output.Create("given") },
            },
            nameof(AppNamespaceArgs) => new AppNamespaceArgs
            {
                Target = space.Target,
                Team = new() { Name = "shop", MoreGroups = ["engineers"] },
                Quota = new(1.Cores(), 1.GiB()),
            },
            nameof(DomainArgs) => new DomainArgs { Name = "example.com", ParentZoneId = "Z-above" },
            nameof(EksClusterArgs) => new EksClusterArgs
            {
                Account = "111122223333",
                Region = "eu-central-1",
                Network = _network.Value,
                KeyArn = "arn:key",
                Endpoint = ApiEndpoint.PublicFrom(Ipv4Cidr.Parse("203.0.113.0/24")),
                Admins = ["arn:aws:iam::111122223333:role/deploy"],
                Members = new Dictionary<string, IReadOnlyList<string>> { ["arn:aws:iam::111122223333:role/shop"] = ["team:shop"] },
            },
            nameof(GatewayRouteArgs) => new GatewayRouteArgs
            {
                Gateway = _gateway.Value,
                Host = "shop.example.com",
                Paths = { ["/"] = _service.Value },
            },
            nameof(GeneratedCertificateArgs) => new GeneratedCertificateArgs { Namespace = space, Hosts = ["shop.svc"] },
            nameof(ManagedSecretsArgs) => new ManagedSecretsArgs { Namespace = space, Files = { ["key"] = "arn:secret" } },
            nameof(NetworkArgs) => NetworkArgs(),
            nameof(PodIdentityArgs) => new PodIdentityArgs
            {
                ClusterName = "blue",
                Namespace = "shop",
                ServiceAccount = "orders",
                Uses = [Right],
            },
            nameof(PrivateBucketArgs) => new PrivateBucketArgs(),
            nameof(RegistryArgs) => new RegistryArgs
            {
                Account = "111122223333",
                Region = "eu-central-1",
                Owned = true,
                PulledFrom = ["444455556666"],
            },
            nameof(ServiceAccountRoleArgs) => new ServiceAccountRoleArgs
            {
                ProviderArn = "arn:oidc",
                Issuer = "oidc.example.com",
                Namespace = "shop",
                ServiceAccount = "orders",
                Uses = [Right],
            },
            nameof(VolumeClaimArgs) => new VolumeClaimArgs { Namespace = space, Size = 1.GiB() },
            nameof(WebGatewayArgs) => new WebGatewayArgs { Namespace = space, Certificate = "arn:aws:acm:x" },
            nameof(WebRouteArgs) => new WebRouteArgs
            {
                Namespace = space,
                Host = "shop.example.com",
                Tls = RouteTls.Acm("arn:aws:acm:x"),
                Paths = { ["/"] = _service.Value },
            },
            _ when args.IsSubclassOf(typeof(WorkloadArgs)) => Workload(args),
            _ => throw new ArgumentException($"{args.Name} has no sample: add one here.", nameof(args)),
        };

    private static Grant Right => new(["s3:GetObject"], ["arn:aws:s3:::orders/*"]);

    private static NetworkArgs NetworkArgs() =>
        new()
        {
            Cidr = Ipv4Cidr.Parse("10.40.0.0/16"),
            Region = "eu-central-1",
            Zones = ['a', 'b'],
            KeyArn = "arn:key",
        };

    // What all workloads have, and of the rest what the kind has.
    private object Workload(Type type)
    {
        var args = Activator.CreateInstance(type)!;
        foreach (var (name, value) in WorkloadMembers())
        {
            type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public)?.SetValue(args, value);
        }

        return args;
    }

    private IEnumerable<(string Name, object Value)> WorkloadMembers() =>
        [
            (nameof(WorkloadArgs.Namespace), space),
            (nameof(WorkloadArgs.Release), Release.Of("1.0.0")),
            (nameof(WorkloadArgs.Calls), new List<ICallee> { NamedService.Of("shop/auth", 8080), External.Https("api.example.com") }),
            (nameof(WorkloadArgs.RunAs), (RunAs)1000),
            (nameof(WorkloadArgs.OptOuts), new List<OptOut> { OptOut.WritableRootFileSystem("writes its log beside itself") }),
            (nameof(WorkloadArgs.InitContainers), new List<Container> { Companion("first") }),
            (nameof(WorkloadArgs.Sidecars), new List<Container> { Companion("helper") }),
            (nameof(WorkloadArgs.Containers), new List<Container> { Companion("beside") }),
            (nameof(WorkloadArgs.Placement), new Placement { Near = ["cache"], Tolerations = [Toleration.Of("gpu")] }),
            (nameof(WorkloadArgs.Uses), new List<IReadOnlyList<Grant>> { new List<Grant> { Right } }),
            (nameof(WorkloadArgs.Image), (Image)"orders"),
            (nameof(WorkloadArgs.Cpu), (CpuRange)50.Millicores()),
            (nameof(WorkloadArgs.Memory), (MemoryRange)32.MiB()),
            (nameof(WorkloadArgs.Command), new List<string> { "/bin/run" }),
            (nameof(WorkloadArgs.Arguments), new List<string> { "--fast" }),
            (
                nameof(WorkloadArgs.Env),
                new Dictionary<string, EnvValue>
                {
                    ["LOG"] = "info",
                    ["TOKEN"] = (SecretValue)Output.Create("hunter2"),
                    ["MADE"] = SecretValue.Generated(),
                }
            ),
            (nameof(WorkloadArgs.Writable), new List<string> { "/tmp" }),
            (nameof(WorkloadArgs.Volumes), new List<VolumeMount> { Volume.EmptyDir("pages").At("/pages") }),
            (nameof(WebServiceArgs.Port), (Port)8080),
            (nameof(WebServiceArgs.MorePorts), new Dictionary<string, Port> { ["grpc"] = 9090 }),
            (nameof(WebServiceArgs.Health), Health.Tcp(8080)),
            (nameof(WebServiceArgs.Expose), Expose.Internal(Ipv4Cidr.Parse("10.0.0.0/8"))),
            (nameof(StatefulServiceArgs.Disks), new List<Disk> { new("data", 1.GiB(), At: "/data") }),
            (nameof(ScheduledTaskArgs.Schedule), Schedule.Hourly()),
        ];

    private static Container Companion(string name) =>
        new(name)
        {
            Image = "busybox:1.37.0",
            Cpu = 10.Millicores(),
            Memory = 16.MiB(),
            Env = { ["LOG"] = "info" },
        };
}
