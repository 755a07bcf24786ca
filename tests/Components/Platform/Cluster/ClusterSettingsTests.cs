using Components.Platform;
using Components.Tests.Settings;

namespace Components.Tests.Platform;

public sealed class ClusterSettingsTests
{
    private const string Admins = "admins: [arn:aws:iam::111122223333:role/deploy]";
    private const string Network = "network: { cidr: 10.40.0.0/16, zones: [a, b, c] }, " + Admins;

    [Fact]
    public void The_shortest_settings_give_a_safe_cluster()
    {
        var cluster = Read($"  platform:cluster: {{ endpoint: private, {Network} }}", out var problems);
        problems.ShouldBeEmpty();
        cluster.Version.ToString().ShouldBe("1.35");
        cluster.Endpoint.IsPublic.ShouldBeFalse();
        cluster.Compute.ShouldBeOfType<AutoMode>().Capacity.ShouldBe([Capacity.OnDemand]);
        cluster.Network.Nat.ShouldBe(NatGateways.PerZone);
        cluster.AddOns.ShouldBe([AddOn.MetricsServer, AddOn.Observability]);
    }

    [Fact]
    public void Node_groups_are_read_whole()
    {
        var cluster = Read(
            $$"""
              platform:cluster:
                endpoint: { publicFrom: [203.0.113.0/24, 198.51.100.7/32] }
                network: { cidr: 10.40.0.0/16, zones: [a, b, c] }
                {{Admins}}
                compute:
                  mode: nodeGroups
                  groups:
                    batch: { instanceTypes: [c7g.large, c6g.large], min: 1, max: 20, capacity: spot, image: al2023, architecture: arm64, diskGiB: 80, labels: { pool: batch }, taints: [{ key: dedicated, value: batch, effect: NoSchedule }] }
            """,
            out var problems
        );
        problems.ShouldBeEmpty();
        cluster.Endpoint.Sources.Select(range => range.ToString()).ShouldBe(["203.0.113.0/24", "198.51.100.7/32"]);
        var group = cluster.Compute.ShouldBeOfType<NodeGroups>().Groups.ShouldHaveSingleItem();
        (group.Name, group.MinSize, group.MaxSize, group.Capacity, group.Image, group.Architecture, group.DiskGiB).ShouldBe(
            ("batch", 1, 20, Capacity.Spot, NodeImage.AmazonLinux2023, Architecture.Arm64, 80)
        );
        group.Labels.ShouldHaveSingleItem().ShouldBe(new("pool", "batch"));
        group.Taints.ShouldHaveSingleItem().ShouldBe(new Taint("dedicated", "batch", TaintEffect.NoSchedule));
    }

    [Theory]
    [InlineData(
        "endpoint: private, " + Admins,
        "stacks/Pulumi.test.yaml:2:21  error: platform:cluster: 'network' is missing\n  Add it, such as network: { cidr: 10.40.0.0/16, "
            + "zones: [a, b, c], nat: perZone }."
    )]
    [InlineData(
        Network,
        "stacks/Pulumi.test.yaml:2:21  error: platform:cluster: 'endpoint' is missing\n  Add it, such as endpoint: private (from inside "
            + "the VPC only), or endpoint: { publicFrom: [203.0.113.0/24] }."
    )]
    [InlineData(
        "endpoint: public, " + Network,
        "stacks/Pulumi.test.yaml:2:33  error: platform:cluster.endpoint: 'public' is not allowed here\n  Allowed: private."
    )]
    [InlineData(
        "endpoint: { publicFrom: [] }, " + Network,
        "stacks/Pulumi.test.yaml:2:47  error: platform:cluster.endpoint.publicFrom: publicFrom lists no range\n  List those that may "
            + "connect, such as [203.0.113.0/24], or write endpoint: private."
    )]
    [InlineData(
        "endpoint: { publicFrom: [0.0.0.0/0] }, " + Network,
        "stacks/Pulumi.test.yaml:2:47  error: platform:cluster.endpoint.publicFrom: 0.0.0.0/0 opens the Kubernetes API to the whole "
            + "internet\n  List the ranges of your offices and runners, or write endpoint: private."
    )]
    [InlineData(
        "endpoint: { publicFrom: [0.0.0.0/1, 128.0.0.0/1] }, " + Network,
        "stacks/Pulumi.test.yaml:2:47  error: platform:cluster.endpoint.publicFrom: 0.0.0.0/1 with 128.0.0.0/1 opens the Kubernetes "
            + "API to a large part of the internet\n  List the ranges of your offices and runners, or write endpoint: private."
    )]
    [InlineData(
        "endpoint: { publicFrom: [203.0.113.9/24] }, " + Network,
        "stacks/Pulumi.test.yaml:2:48  error: platform:cluster.endpoint.publicFrom[0]: '203.0.113.9/24' does not start its range\n  "
            + "Write 203.0.113.0/24, or 203.0.113.9/32 for the one address."
    )]
    [InlineData(
        "endpoint: private, version: \"1.36\", " + Network,
        "stacks/Pulumi.test.yaml:2:51  error: platform:cluster.version: '1.36' is not offered\n  EKS offers 1.32, 1.33, 1.34, 1.35."
    )]
    [InlineData(
        "endpoint: private, versoin: \"1.35\", " + Network,
        "stacks/Pulumi.test.yaml:2:42  error: platform:cluster: 'versoin' is no key here\n  Allowed: version, support, endpoint, "
            + "compute, network, addOns, admins, logDays. Did you mean 'version'?"
    )]
    [InlineData(
        "endpoint: private, addOns: [metricServer], " + Network,
        "stacks/Pulumi.test.yaml:2:51  error: platform:cluster.addOns[0]: 'metricServer' is not allowed here\n  Allowed: metricsServer, "
            + "observability, externalDns, certManager, secretsStore. Did you mean 'metricsServer'?"
    )]
    [InlineData(
        "endpoint: private, compute: { mode: fargate }, " + Network,
        "stacks/Pulumi.test.yaml:2:59  error: platform:cluster.compute.mode: 'fargate' is not allowed here\n  Allowed: auto, nodeGroups."
    )]
    [InlineData(
        "endpoint: private, compute: { mode: auto, capacity: [] }, " + Network,
        "stacks/Pulumi.test.yaml:2:75  error: platform:cluster.compute.capacity: is empty\n  Name one at least: onDemand, spot."
    )]
    [InlineData(
        "endpoint: private, compute: { mode: nodeGroups, groups: { a: { instanceTypes: [m7i.large], min: 3, max: 2 } } }, " + Network,
        "stacks/Pulumi.test.yaml:2:127  error: platform:cluster.compute.groups.a.max: 2 is less than min, which is 3\n  A group cannot "
            + "be smaller at most than at least: raise max, or lower min."
    )]
    [InlineData(
        "endpoint: private, admins: [arn:aws:iam::111122223333:user/jo], network: { cidr: 10.40.0.0/16, zones: [a, b, c] }",
        "stacks/Pulumi.test.yaml:2:51  error: platform:cluster.admins[0]: 'arn:aws:iam::111122223333:user/jo' is no ARN of an IAM "
            + "role\n  Write such as arn:aws:iam::111122223333:role/platform-admin; for a session (sts, assumed-role) take its role, for "
            + "people their Identity Center role."
    )]
    [InlineData(
        "endpoint: private, network: { cidr: 10.40.0.0/16, zones: [a, b] }",
        "stacks/Pulumi.test.yaml:2:21  error: platform:cluster: 'admins' is missing\n  Add it, such as admins: "
            + "[arn:aws:iam::111122223333:role/platform-engineers] (all roles that deploy this stack: creating the cluster gives no "
            + "rights in "
            + "it)."
    )]
    [InlineData(
        "endpoint: private, admins: [], network: { cidr: 10.40.0.0/16, zones: [a, b] }",
        "stacks/Pulumi.test.yaml:2:50  error: platform:cluster.admins: is empty: nobody could work in the cluster\n  Write admins: "
            + "[arn:aws:iam::111122223333:role/platform-engineers] (all roles that deploy this stack: creating the cluster gives no "
            + "rights in "
            + "it)."
    )]
    [InlineData(
        "endpoint: private, compute: { mode: auto, groups: {} }, " + Network,
        "stacks/Pulumi.test.yaml:2:65  error: platform:cluster.compute: 'groups' is no key here\n  Allowed: mode, capacity, "
            + "architectures, maxCpus."
    )]
    [InlineData(
        "endpoint: private, compute: { mode: nodeGroups, groups: { a: { instanceTypes: [m7i.large], min: 0, max: 2 } } }, " + Network,
        "stacks/Pulumi.test.yaml:2:79  error: platform:cluster.compute.groups: begins with no node\n  Names are resolved by pods on "
            + "nodes: one group at least has a min of 1 or more, such as { general: { instanceTypes: [m7i.large], min: 3, max: 9 } }."
    )]
    [InlineData(
        "endpoint: private, network: { cidr: 10.40.0.0/24, zones: [a, b] }, " + Admins,
        "stacks/Pulumi.test.yaml:2:59  error: platform:cluster.network.cidr: '10.40.0.0/24' cannot be a VPC's range here\n  Allowed are "
            + "/16 (8,187 pod addresses in each zone) to /21 (251). Write such as 10.40.0.0/16."
    )]
    [InlineData(
        "endpoint: private, network: { cidr: 10.40.0.0/16, zones: [eu-central-1a, b] }, " + Admins,
        "stacks/Pulumi.test.yaml:2:81  error: platform:cluster.network.zones[0]: 'eu-central-1a' is no zone\n  Write the zone's letter, "
            + "a to f: the region is set by aws:region."
    )]
    [InlineData(
        "endpoint: private, network: { cidr: 10.40.0.0/16, zones: [a, b], endpoints: [s3, 'com.amazonaws sts'] }, " + Admins,
        "stacks/Pulumi.test.yaml:2:100  error: platform:cluster.network.endpoints[0]: 's3' is always reached inside the VPC, at no "
            + "cost\n  Take it out of the list.|stacks/Pulumi.test.yaml:2:104  error: platform:cluster.network.endpoints[1]: "
            + "'com.amazonaws "
            + "sts' is no service with an endpoint\n  Write what stands in AWS's name of it after the region, such as ecr.api, ecr.dkr, "
            + "ec2, "
            + "logs, sts."
    )]
    [InlineData(
        "endpoint: private, network: { cidr: 10.40.0.0/16, zones: [a], nat: two }, " + Admins,
        "stacks/Pulumi.test.yaml:2:80  error: platform:cluster.network.zones: [a] has fewer than two zones\n  EKS needs subnets in at "
            + "least two, such as [a, b].|stacks/Pulumi.test.yaml:2:90  error: platform:cluster.network.nat: 'two' is not allowed here\n  "
            + "Allowed: one, perZone."
    )]
    public void Says_what_is_wrong_where_and_what_to_do(string settings, string expected)
    {
        Read($"  platform:cluster: {{ {settings} }}", out var problems);
        string.Join("|", problems).ShouldBe(expected);
    }

    private static ClusterSettings Read(string config, out IReadOnlyList<string> problems)
    {
        var document = YamlSettings.Document(config);
        var cluster = ClusterSettings.Read(document.Find("platform:cluster")!);
        problems = [.. document.Problems.Select(problem => problem.ToString())];
        return cluster;
    }
}
