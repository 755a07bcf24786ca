using Components.Pods;
using Components.Rollouts;
using Components.Routes;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

public sealed class RouteTests
{
    private const string Alb = "metadata.annotations.alb|ingress|kubernetes|io/";

    [Fact]
    public async Task An_Ingress_ends_TLS_redirects_and_stays_in_the_network_unless_told_why_not()
    {
        var declared = await Declared.ByAsync(shop => Route(shop, Service(shop, Expose.Route())));

        declared.At("Ingress shop/site", "spec.ingressClassName").ShouldBe("alb");
        declared.At("Ingress shop/site", Alb + "scheme").ShouldBe("internal");
        declared.At("Ingress shop/site", Alb + "ssl-redirect").ShouldBe("443");
        declared.At("Ingress shop/site", Alb + "certificate-arn").ShouldBe("arn:aws:acm:x");
        declared.At("Ingress shop/site", "spec.rules.0.http.paths.0.backend.service.name").ShouldBe("orders");
        declared.At("Ingress shop/site", "spec.rules.0.http.paths.0.backend.service.port.name").ShouldBe("use-annotation");
        declared
            .At("Ingress shop/site", Alb + "actions|orders")
            .ShouldBe(
                """{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"orders-stable","servicePort":80,"weight":100},{"serviceName":"orders-candidate","servicePort":80,"weight":0}]}}"""
            );
    }

    [Fact]
    public async Task A_service_that_is_not_exposed_to_routes_is_refused()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() =>
            Declared.ByAsync(shop => Route(shop, Service(shop, Expose.Cluster())))
        );
        told.Message.ShouldContain(
            "shop/site: shop/orders cannot be routed to\n  Write Expose = Expose.Route() where it is declared (Workloads/RouteTests.cs:"
        );
    }

    [Fact]
    public async Task The_candidates_targets_are_there_before_any_rollout_and_select_whatever_is_rolled_out()
    {
        var colours = Release.Of("1.0.0", 2) with { BlueGreen = new BlueGreen(ImageVersion.Parse("1.1.0"), IsGreenActive: true) };

        var before = await Declared.ByAsync(shop => Route(shop, Service(shop, Expose.Route())));
        var during = await Declared.ByAsync(shop => Route(shop, Service(shop, Expose.Route(), colours)));

        during["Service shop/orders-candidate"].ToJsonString().ShouldBe(before["Service shop/orders-candidate"].ToJsonString());
        during["Service shop/orders-stable"].ToJsonString().ShouldBe(before["Service shop/orders-stable"].ToJsonString());
        before.At("Service shop/orders-candidate", "spec.selector.rollout").ShouldBe("candidate");
        before.At("Service shop/orders-candidate", "metadata.annotations.pulumi|com/skipAwait").ShouldBe("true");
        before.At("Service shop/orders-candidate", Alb + "target-type").ShouldBe("ip");
        during.At("Deployment shop/orders-green", "spec.template.metadata.labels.rollout").ShouldBe("candidate");
        during.At("Deployment shop/orders", "spec.template.metadata.labels.rollout").ShouldBeNull();
        during.At("Service shop/orders", "spec.selector.track").ShouldBe("green");
        during.At("Ingress shop/site", Alb + "actions|orders")!.ShouldContain("\"orders-stable\",\"servicePort\":80,\"weight\":0");
    }

    [Fact]
    public async Task Ingresses_of_another_class_name_the_Service_and_a_rollout_is_its_pods()
    {
        var nginx = LoadBalancing.Controller with { IngressClass = "nginx" };
        var canary = Release.Of("1.0.0", 9) with { Canary = new Canary(ImageVersion.Parse("1.1.0"), 10.Percent()) };

        var declared = await Declared.ByAsync(shop => Route(shop, Service(shop, Expose.Route(), canary)), nginx);

        declared.At("Ingress shop/site", "spec.rules.0.http.paths.0.backend.service.port.number").ShouldBe("80");
        declared.At("Ingress shop/site", Alb + "actions|orders").ShouldBeNull();
        declared.At("Service shop/orders", "spec.selector.track").ShouldBeNull();
        declared.Names.ShouldNotContain("Service shop/orders-candidate");
        declared.At("Deployment shop/orders-canary", "spec.replicas").ShouldBe("1");
    }

    [Fact]
    public async Task A_gateway_splits_by_weight_and_redirects()
    {
        var canary = Release.Of("1.0.0", 2) with { Canary = new Canary(ImageVersion.Parse("1.1.0"), 10.Percent()) };
        var declared = await Declared.ByAsync(shop =>
        {
            var gateway = new WebGateway("edge", new() { Namespace = shop, Certificate = "arn:aws:acm:x" });
            _ = new GatewayRoute(
                "site",
                new()
                {
                    Gateway = gateway,
                    Host = "shop.example.com",
                    Paths = { ["/"] = Service(shop, Expose.Route(), canary) },
                }
            );
        });

        declared.At("HTTPRoute shop/site", "spec.rules.0.backendRefs.0.weight").ShouldBe("90");
        declared.At("HTTPRoute shop/site", "spec.rules.0.backendRefs.1.name").ShouldBe("orders-candidate");
        declared.At("HTTPRoute shop/site-redirect", "spec.rules.0.filters.0.requestRedirect.scheme").ShouldBe("https");
        declared.At("Gateway shop/edge", "spec.infrastructure.parametersRef.name").ShouldBe("edge");
        declared.At("LoadBalancerConfiguration shop/edge-load-balancer", "spec.scheme").ShouldBe("internal");
        declared.At("TargetGroupConfiguration shop/site-orders-candidate-targets", "spec.defaultConfiguration.targetType").ShouldBe("ip");
    }

    [Fact]
    public async Task Auto_Mode_has_no_gateways()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() =>
            Declared.ByAsync(
                shop => _ = new WebGateway("edge", new() { Namespace = shop, Certificate = "arn:aws:acm:x" }),
                LoadBalancing.AutoMode
            )
        );
        told.Message.ShouldContain("shop/edge: EKS Auto Mode has no Gateway API\n");
    }

    private static void Route(AppNamespace shop, WebService service) =>
        _ = new WebRoute(
            "site",
            new()
            {
                Namespace = shop,
                Host = "shop.example.com",
                Tls = RouteTls.Acm("arn:aws:acm:x"),
                Paths = { ["/"] = service },
            }
        );

    private static WebService Service(AppNamespace shop, Expose expose, Release? release = null) =>
        new(
            "orders",
            new()
            {
                Namespace = shop,
                Image = "orders",
                Release = release ?? Release.Of("1.0.0", 2),
                Port = 8080,
                Cpu = 100.Millicores(),
                Memory = 64.MiB(),
                Health = Health.Http(readiness: "/readyz"),
                Expose = expose,
            }
        );
}
