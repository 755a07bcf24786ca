using Components.Pods;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>Services with several ports.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task Further_ports_are_on_the_container_and_the_Service_and_callers_of_one_reach_that_one_only()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            var orders = Orders(shop, ("grpc", 9090));
            _ = Caller(shop, "web", orders);
            _ = Caller(shop, "pay", orders.At("grpc"));
            _ = Caller(shop, "both", orders, orders.At("grpc"));
        });

        declared.At("Deployment shop/orders", "spec.template.spec.containers.0.ports.1.containerPort").ShouldBe("9090");
        declared.At("Service shop/orders", "spec.ports.0.port").ShouldBe("80");
        declared.At("Service shop/orders", "spec.ports.1.name").ShouldBe("grpc");
        declared.At("Service shop/orders", "spec.ports.1.port").ShouldBe("9090");
        declared.At("Deployment shop/pay", "spec.template.spec.containers.0.env.0.name").ShouldBe("ORDERS_GRPC_URL");
        declared.At("Deployment shop/pay", "spec.template.spec.containers.0.env.0.value").ShouldBe("http://orders.shop.svc:9090");
        Ports("web").ShouldBe(["8080"]);
        Ports("pay").ShouldBe(["9090"]);
        Ports("both").ShouldBe(["8080", "9090"]);

        string?[] Ports(string caller) =>
            [
                .. declared[$"NetworkPolicy shop/orders-from-shop/{caller}"]["spec"]!["ingress"]![0]!["ports"]!
                    .AsArray()
                    .Select(port => port!["port"]!.ToString()),
            ];
    }

    [Theory]
    [InlineData("http", 9090, "shop/orders: two ports are named 'http'\n  'http' is the name of Port. Choose another one in MorePorts.")]
    [InlineData(
        "grpc",
        80,
        "shop/orders: ports http and grpc are both 80\n  Callers tell the ports of a service apart by number. Give one of them another, "
            + "or set ServicePort."
    )]
    public async Task Ports_that_cannot_be_told_apart_are_refused(string name, int port, string text) =>
        (await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => Orders(shop, (name, port))))).Message.ShouldContain(
            text
        );

    [Fact]
    public async Task A_port_that_a_service_does_not_have_is_refused_with_those_it_has() =>
        (
            await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => Orders(shop, ("grpc", 9090)).At("gprc")))
        ).Message.ShouldContain("service 'shop/orders' has no port 'gprc'\n  It has: http, grpc (Workloads/PortTests.cs:");

    [Fact]
    public async Task A_port_of_every_node_lets_the_nodes_in()
    {
        var declared = await Declared.ByAsync(shop => Orders(shop, ("grpc", 9090), Expose.NodePort()));

        declared.At("NetworkPolicy shop/orders-from-load-balancer", "spec.ingress.0.from.0.ipBlock.cidr").ShouldBe("10.0.0.0/16");
        declared.At("NetworkPolicy shop/orders-from-load-balancer", "spec.ingress.0.ports.1.port").ShouldBe("9090");
    }

    private static WebService Orders(AppNamespace shop, (string Name, int Number) port, Expose? expose = null) =>
        new(
            "orders",
            new()
            {
                Namespace = shop,
                Image = "orders:1.0.0",
                Port = 8080,
                MorePorts = { [port.Name] = port.Number },
                Cpu = 100.Millicores(),
                Memory = 64.MiB(),
                Health = Health.Http(readiness: "/readyz"),
                Expose = expose ?? Expose.Cluster(),
            }
        );

    private static Worker Caller(AppNamespace shop, string name, params ICallee[] calls) =>
        new(
            name,
            new()
            {
                Namespace = shop,
                Image = "caller:1.0.0",
                Cpu = 100.Millicores(),
                Memory = 64.MiB(),
                Calls = calls,
            }
        );
}
