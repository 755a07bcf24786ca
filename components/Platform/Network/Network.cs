using Components.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Components.Platform;

/// <summary>
/// A VPC for a cluster: in each zone a public subnet for load balancers and NAT, and a private one for nodes and pods, tagged
/// so that Kubernetes finds them; ways out, endpoints for AWS services, and a log of all connections. See <see cref="SubnetPlan"/>.
/// </summary>
public sealed class Network : ComponentResource
{
    private readonly NetworkArgs _args;

    /// <summary>Makes the network.</summary>
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("components:vpc:Network", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        _args = args;
        Cidr = args.Cidr;
        Vpc = new(
            name,
            new()
            {
                CidrBlock = args.Cidr.ToString(),
                EnableDnsHostnames = true,
                EnableDnsSupport = true,
                Tags = Named(name),
            },
            Lasting
        );

        // Without rules of its own nothing can use it by mistake: AWS puts there what names no security group.
        _ = new DefaultSecurityGroup(
            $"{name}-default",
            new()
            {
                VpcId = Vpc.Id,
                Ingress = { },
                Egress = { },
                Tags = Named($"{name}-default-unused"),
            },
            Child
        );

        var plan = SubnetPlan.For(args.Cidr, args.Zones);
        var publicSubnets = plan.ToDictionary(
            z => z.Zone,
            z => Subnet($"{name}-public-{z.Zone}", z.Zone, z.Public, "kubernetes.io/role/elb")
        );
        var privateSubnets = plan.ToDictionary(
            z => z.Zone,
            z => Subnet($"{name}-private-{z.Zone}", z.Zone, z.Private, "kubernetes.io/role/internal-elb")
        );
        var privateTables = Routes(name, publicSubnets, privateSubnets);
        _ = new VpcEndpoints(name, this, args, [.. privateSubnets.Values.Select(s => s.Id)], privateTables);
        _ = new FlowLogs(name, this, args);

        PublicSubnetIds = [.. publicSubnets.Values.Select(subnet => subnet.Id)];
        PrivateSubnetIds = [.. privateSubnets.Values.Select(subnet => subnet.Id)];
        PublicRanges = [.. plan.Select(z => z.Public)];
        PrivateRanges = [.. plan.Select(z => z.Private)];
        RegisterOutputs();
    }

    /// <summary>All addresses.</summary>
    public Ipv4Cidr Cidr { get; }

    /// <summary>The VPC.</summary>
    public Pulumi.Aws.Ec2.Vpc Vpc { get; }

    /// <summary>The subnets of public load balancers.</summary>
    public IReadOnlyList<Output<string>> PublicSubnetIds { get; }

    /// <summary>The subnets of nodes, pods and internal load balancers.</summary>
    public IReadOnlyList<Output<string>> PrivateSubnetIds { get; }

    /// <summary>Where traffic of public load balancers comes from, in the order of the zones.</summary>
    public IReadOnlyList<Ipv4Cidr> PublicRanges { get; }

    /// <summary>Where pods, and traffic of internal load balancers, come from, in the order of the zones.</summary>
    public IReadOnlyList<Ipv4Cidr> PrivateRanges { get; }

    internal CustomResourceOptions Child => new() { Parent = this };

    private CustomResourceOptions Lasting => new() { Parent = this, Protect = _args.Protect };

    internal static InputMap<string> Named(string name) => new() { ["Name"] = name };

    private Subnet Subnet(string name, char zone, Ipv4Cidr range, string role) =>
        new(
            name,
            new()
            {
                VpcId = Vpc.Id,
                AvailabilityZone = $"{_args.Region}{zone}",
                CidrBlock = range.ToString(),
                MapPublicIpOnLaunch = false, // load balancers and NAT have addresses of their own; nothing else belongs in public subnets
                Tags = { ["Name"] = name, [role] = "1" },
            },
            Lasting
        );

    private List<RouteTable> Routes(string name, Dictionary<char, Subnet> publicSubnets, Dictionary<char, Subnet> privateSubnets)
    {
        var gateway = new InternetGateway(name, new() { VpcId = Vpc.Id, Tags = Named(name) }, Child);
        var publicTable = new RouteTable($"{name}-public", new() { VpcId = Vpc.Id, Tags = Named($"{name}-public") }, Child);
        var internet = new Route(
            $"{name}-public",
            new()
            {
                RouteTableId = publicTable.Id,
                DestinationCidrBlock = "0.0.0.0/0",
                GatewayId = gateway.Id,
            },
            Child
        );
        foreach (var (zone, subnet) in publicSubnets)
        {
            _ = new RouteTableAssociation($"{name}-public-{zone}", new() { RouteTableId = publicTable.Id, SubnetId = subnet.Id }, Child);
        }

        // A gateway works only where its subnet has a way out, and the way must outlive it.
        var gateways = publicSubnets
            .Take(
                _args.Nat switch
                {
                    NatGateways.One => 1,
                    NatGateways.PerZone => publicSubnets.Count,
                }
            )
            .ToDictionary(z => z.Key, z => Nat($"{name}-{z.Key}", z.Value, internet));

        // A table per zone even with one gateway, so that more gateways later change routes and move no subnet.
        return
        [
            .. privateSubnets.Select(z =>
                PrivateTable($"{name}-private-{z.Key}", z.Value, gateways.GetValueOrDefault(z.Key) ?? gateways.Values.First())
            ),
        ];
    }

    private NatGateway Nat(string name, Subnet subnet, Route internet)
    {
        var options = new CustomResourceOptions { Parent = this, DependsOn = { internet } };
        var address = new Eip($"{name}-nat", new() { Domain = "vpc", Tags = Named($"{name}-nat") }, options);
        return new NatGateway(
            name,
            new()
            {
                AllocationId = address.Id,
                SubnetId = subnet.Id,
                Tags = Named(name),
            },
            options
        );
    }

    private RouteTable PrivateTable(string name, Subnet subnet, NatGateway nat)
    {
        var table = new RouteTable(name, new() { VpcId = Vpc.Id, Tags = Named(name) }, Child);
        _ = new Route(
            name,
            new()
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = "0.0.0.0/0",
                NatGatewayId = nat.Id,
            },
            Child
        );
        _ = new RouteTableAssociation(name, new() { RouteTableId = table.Id, SubnetId = subnet.Id }, Child);
        return table;
    }
}
