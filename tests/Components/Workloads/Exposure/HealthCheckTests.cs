using Components.Pods;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>How a load balancer asks whether a target is healthy: as Kubernetes asks whether the pod is ready.</summary>
public sealed class HealthCheckTests
{
    private const string Nlb = "metadata.annotations.service|beta|kubernetes|io/aws-load-balancer-healthcheck-";
    private const string Alb = "metadata.annotations.alb|ingress|kubernetes|io/healthcheck-";

    [Theory]
    [InlineData(true, null, "traffic-port")]
    [InlineData(true, 9000, "9000")]
    [InlineData(false, null, "traffic-port")]
    [InlineData(false, 9000, "9000")]
    public async Task Readiness_over_HTTP_is_asked_at_its_path_and_port(bool isRoute, int? port, string asked)
    {
        var declared = await DeclareAsync(
            isRoute,
            Health.Http(readiness: "/readyz", liveness: "/healthz", port: port is { } own ? own : null)
        );

        // An ALB's targets are those of the Services by which a route splits traffic.
        var service = isRoute ? "Service shop/orders-stable" : "Service shop/orders";
        declared.At(service, (isRoute ? Alb : Nlb) + "path").ShouldBe("/readyz");
        declared.At(service, (isRoute ? Alb : Nlb) + "port").ShouldBe(asked);
        declared.At(service, Nlb + "protocol").ShouldBe(isRoute ? null : "http");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_readiness_is_left_to_the_load_balancers_own_check(bool isRoute)
    {
        var declared = await DeclareAsync(isRoute, new Health { Readiness = Probe.Tcp(), Liveness = Probe.Http("/healthz") });

        declared[isRoute ? "Service shop/orders-stable" : "Service shop/orders"].ToJsonString().ShouldNotContain("healthcheck-");
    }

    private static Task<Declared> DeclareAsync(bool isRoute, Health health) =>
        Declared.ByAsync(shop =>
            _ = new WebService(
                "orders",
                new()
                {
                    Namespace = shop,
                    Image = "orders:1.0.0",
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = health,
                    Expose = isRoute ? Expose.Route() : Expose.Internal(),
                }
            )
        );
}
