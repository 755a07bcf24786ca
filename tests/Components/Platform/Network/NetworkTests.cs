using Components.Platform;
using Components.Tests.Mocks;
using Components.Values;

namespace Components.Tests.Platform;

public sealed class NetworkTests
{
    private static readonly NetworkArgs s_args = new()
    {
        Cidr = Ipv4Cidr.Parse("10.40.0.0/16"),
        Region = "eu-central-1",
        Zones = ['a', 'b', 'c'],
        KeyArn = "arn:key",
    };

    [Fact]
    public async Task Kubernetes_finds_the_subnets_by_their_tags()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Network("net", s_args));
        mocks
            .Names("aws:ec2/subnet:Subnet")
            .ShouldBe(["net-private-a", "net-private-b", "net-private-c", "net-public-a", "net-public-b", "net-public-c"]);
        mocks.At("aws:ec2/subnet:Subnet", "net-private-b", "tags", "kubernetes.io/role/internal-elb").ShouldBe("1");
        mocks.At("aws:ec2/subnet:Subnet", "net-public-b", "tags", "kubernetes.io/role/elb").ShouldBe("1");
        mocks.At("aws:ec2/subnet:Subnet", "net-private-b", "availabilityZone").ShouldBe("eu-central-1b");
        mocks.At("aws:ec2/subnet:Subnet", "net-public-b", "mapPublicIpOnLaunch").ShouldBe(false);
    }

    [Theory]
    [InlineData(NatGateways.PerZone, "net-a-id|net-b-id|net-c-id")]
    [InlineData(NatGateways.One, "net-a-id|net-a-id|net-a-id")]
    public async Task Each_zone_has_a_way_out(NatGateways nat, string gateways)
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Network("net", s_args with { Nat = nat }));
        string.Join('|', "abc".Select(zone => mocks.At("aws:ec2/route:Route", $"net-private-{zone}", "natGatewayId"))).ShouldBe(gateways);
    }

    [Fact]
    public async Task Services_are_reached_inside_and_connections_are_recorded()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Network("net", s_args with { Endpoints = ["sts"] }));
        mocks.Names("aws:ec2/vpcEndpoint:VpcEndpoint").ShouldBe(["net-s3", "net-sts"]);
        mocks.At("aws:ec2/securityGroup:SecurityGroup", "net-endpoints", "ingress", 0, "cidrBlocks", 0).ShouldBe("10.40.0.0/16");
        mocks.Only("aws:ec2/flowLog:FlowLog")["trafficType"].ShouldBe("ALL");
        mocks.Only("aws:cloudwatch/logGroup:LogGroup")["kmsKeyId"].ShouldBe("arn:key");
    }

    [Fact]
    public async Task The_default_security_group_lets_nothing_through()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Network("net", s_args));
        var group = mocks.Only("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        group.GetValueOrDefault("ingress").ShouldBeNull();
        group.GetValueOrDefault("egress").ShouldBeNull();
    }
}
