using Components.Pods;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>Where a container has no port of its own, a probe names one or needs none: nothing is guessed.</summary>
public sealed class HealthPortTests
{
    private const string Container = "spec.template.spec.containers.0";

    public static TheoryData<string, Health> WithoutPort =>
        new()
        {
            { "HTTP", Health.Http(readiness: "/readyz") },
            { "TCP", Health.Tcp() },
            { "gRPC", Health.Grpc() },
            {
                "liveness alone",
                new Health { Liveness = Probe.Http("/healthz") }
            },
            {
                "startup alone",
                new Health { Startup = Probe.Tcp() }
            },
            {
                "one of two",
                new Health { Readiness = Probe.Tcp(8080), Liveness = Probe.Tcp() }
            },
        };

    [Theory]
    [MemberData(nameof(WithoutPort))]
    public async Task Health_that_asks_a_port_is_refused_where_there_is_none(string what, Health health)
    {
        Action<AppNamespace>[] programs =
        [
            shop => Worker(shop, health),
            shop => Agent(shop, health),
            shop => Worker(shop, null, Companion(health, null)),
        ];
        foreach (var program in programs)
        {
            var told = await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(program), what);
            told.Message.ShouldMatch(
                @"^Workloads/HealthPortTests\.cs:\d+  error: shop/jobs: the health of container '(jobs|beside)' is asked on its port, and "
                    + @"it has none\n  Name the port, as in Health\.Http\("
            );
        }
    }

    [Fact]
    public async Task Probes_that_name_their_port_or_need_none_are_as_they_say()
    {
        var named = await Declared.ByAsync(shop => Worker(shop, Health.Http(readiness: "/readyz", liveness: "/healthz", port: 8081)));
        named.At("Deployment shop/jobs", $"{Container}.readinessProbe.httpGet.port").ShouldBe("8081");
        named.At("Deployment shop/jobs", $"{Container}.livenessProbe.httpGet.port").ShouldBe("8081");
        named.At("Deployment shop/jobs", $"{Container}.startupProbe.httpGet.port").ShouldBe("8081");

        var asked = await Declared.ByAsync(shop => Worker(shop, Health.Exec("/bin/check"), Companion(Health.Tcp(), 9090)));
        asked.At("Deployment shop/jobs", $"{Container}.readinessProbe.exec.command.0").ShouldBe("/bin/check");
        asked.At("Deployment shop/jobs", "spec.template.spec.containers.1.readinessProbe.tcpSocket.port").ShouldBe("9090");
    }

    private static void Worker(AppNamespace shop, Health? health, params Container[] containers) =>
        _ = new Worker(
            "jobs",
            new()
            {
                Namespace = shop,
                Image = "jobs:1.0.0",
                Cpu = 50.Millicores(),
                Memory = 32.MiB(),
                Health = health,
                Containers = containers,
            }
        );

    private static void Agent(AppNamespace shop, Health health) =>
        _ = new NodeAgent(
            "jobs",
            new()
            {
                Namespace = shop,
                Image = "jobs:1.0.0",
                Cpu = 50.Millicores(),
                Memory = 32.MiB(),
                Health = health,
            }
        );

    private static Container Companion(Health health, Port? port) =>
        new("beside")
        {
            Image = "busybox:1.37.0",
            Cpu = 10.Millicores(),
            Memory = 16.MiB(),
            Health = health,
            Port = port,
        };
}
