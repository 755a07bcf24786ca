using Components.Data;
using Components.Pods;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

public sealed class WebServiceTests
{
    private const string Container = "spec.template.spec.containers.0";

    [Fact]
    public async Task The_shortest_call_is_hardened()
    {
        var declared = await Declared.ByAsync(shop => Service(shop, "orders"));

        declared.At("Deployment shop/orders", "spec.template.spec.securityContext.runAsNonRoot").ShouldBe("true");
        declared.At("Deployment shop/orders", "spec.template.spec.securityContext.seccompProfile.type").ShouldBe("RuntimeDefault");
        declared.At("Deployment shop/orders", "spec.template.spec.automountServiceAccountToken").ShouldBe("false");
        declared.At("Deployment shop/orders", "spec.template.spec.enableServiceLinks").ShouldBe("false");
        declared.At("Deployment shop/orders", $"{Container}.securityContext.readOnlyRootFilesystem").ShouldBe("true");
        declared.At("Deployment shop/orders", $"{Container}.securityContext.allowPrivilegeEscalation").ShouldBe("false");
        declared.At("Deployment shop/orders", $"{Container}.securityContext.capabilities.drop.0").ShouldBe("ALL");
        declared.At("Deployment shop/orders", "spec.strategy.rollingUpdate.maxUnavailable").ShouldBe("0");
    }

    [Fact]
    public async Task Each_protection_is_given_up_by_name_and_the_reason_is_on_the_pods()
    {
        var declared = await Declared.ByAsync(shop => Service(shop, "orders", args => new()
                {
                    Namespace = shop,
                    Image = "orders:1.0.0",
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = args.Health,
                    OptOuts =
                    [
                        OptOut.WritableRootFileSystem("writes its log beside itself"),
                        OptOut.Capability("NET_BIND_SERVICE", "binds port 80 by itself"),
                    ],
                }));

        declared.At("Deployment shop/orders", $"{Container}.securityContext.readOnlyRootFilesystem").ShouldBe("false");
        declared.At("Deployment shop/orders", $"{Container}.securityContext.capabilities.add.0").ShouldBe("NET_BIND_SERVICE");
        declared
            .At("Deployment shop/orders", "spec.template.metadata.annotations.opt-out|components/read-only-root-file-system")
            .ShouldBe("writes its log beside itself");
        declared
            .At("Deployment shop/orders", "spec.template.metadata.annotations.opt-out|components/no-capabilities")
            .ShouldBe("NET_BIND_SERVICE: binds port 80 by itself");
    }

    [Fact]
    public async Task A_secret_as_a_variable_gets_a_Secret_of_its_own_and_never_stands_in_the_pod()
    {
        var declared = await Declared.ByAsync(shop => Service(shop, "orders", args => new()
                {
                    Namespace = shop,
                    Image = "orders:1.0.0",
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = args.Health,
                    Env = { ["KEY"] = SecretValue.FromOutput(Pulumi.Output.Create("hunter2")) },
                }));

        declared.At("Deployment shop/orders", $"{Container}.env.0.valueFrom.secretKeyRef.key").ShouldBe("KEY");
        declared
            .At("Deployment shop/orders", $"{Container}.env.0.valueFrom.secretKeyRef.name")
            .ShouldBe(declared.At("Secret shop/orders-env", "metadata.name"));
        declared["Deployment shop/orders"].ToJsonString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Calls_give_a_variable_and_a_policy_on_both_sides()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            var auth = Service(shop, "auth");
            Service(shop, "orders", calls: [auth, External.Https("api.stripe.com"), NamedService.Of("shop/orders", 8080)]);
        });

        declared.At("Deployment shop/orders", $"{Container}.env.0.name").ShouldBe("AUTH_URL");
        declared.At("Deployment shop/orders", $"{Container}.env.0.value").ShouldBe("http://auth.shop.svc:80");
        declared.At("NetworkPolicy shop/orders-calls", "spec.egress.0.ports.0.port").ShouldBe("8080");
        declared.At("NetworkPolicy shop/orders-calls", "spec.egress.1.to.0.ipBlock.cidr").ShouldBe("0.0.0.0/0");
        declared.At("NetworkPolicy shop/orders-calls", "spec.egress.1.to.0.ipBlock.except.4").ShouldBe("169.254.0.0/16");
        declared.At("NetworkPolicy shop/auth-from-shop/orders", "spec.ingress.0.from.0.podSelector.matchLabels.app").ShouldBe("orders");
    }

    [Fact]
    public void A_named_service_must_exist_and_have_the_port()
    {
        var graph = new ServiceGraph();
        graph.Add(new ServiceReference("shop", "auth"), [new("http", 80, 8080)], new Place("infra/Shop.cs", 3));
        graph.Connect(new Connection(new("shop", "orders"), NamedService.Of("shop/auht", 8080), new Place("infra/Shop.cs", 9)));
        graph.Connect(new Connection(new("shop", "orders"), NamedService.Of("shop/auth", 9090), new Place("infra/Shop.cs", 9)));

        var told = Should.Throw<ProblemsException>(() => ProblemCollection.Gather(graph.RefuseUnresolved));
        told.Problems.Select(problem => problem.Summary)
            .ShouldBe(["no service is named 'shop/auht'", "service 'shop/auth' has no port 80 (container port 9090)"]);
        told.Problems[0].Advice.ShouldBe("Services are: shop/auth. Did you mean 'shop/auth'?");
        told.Problems[1].Advice.ShouldBe("It has: 80 (container port 8080) (infra/Shop.cs:3).");
    }

    [Fact]
    public async Task Behind_a_load_balancer_pods_outlive_their_deregistration_and_let_only_the_network_in()
    {
        var declared = await Declared.ByAsync(shop =>
            Service(shop, "orders", expose: Expose.Internal() with { Certificate = "arn:aws:acm:x", DnsName = "orders.example.com" })
        );
        const string Nlb = "metadata.annotations.service|beta|kubernetes|io/aws-load-balancer-";

        declared.At("Service shop/orders", "spec.loadBalancerClass").ShouldBe("service.k8s.aws/nlb");
        declared.At("Service shop/orders", Nlb + "scheme").ShouldBe("internal");
        declared.At("Service shop/orders", Nlb + "nlb-target-type").ShouldBe("ip");
        declared.At("Service shop/orders", Nlb + "ssl-cert").ShouldBe("arn:aws:acm:x");
        declared.At("Service shop/orders", Nlb + "healthcheck-path").ShouldBe("/readyz");
        declared.At("Service shop/orders", "metadata.annotations.external-dns|alpha|kubernetes|io/hostname").ShouldBe("orders.example.com");
        declared.At("NetworkPolicy shop/orders-from-load-balancer", "spec.ingress.0.from.0.ipBlock.cidr").ShouldBe("10.0.0.0/16");
        var pause = int.Parse(
            declared.At("Deployment shop/orders", $"{Container}.lifecycle.preStop.sleep.seconds")!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        pause.ShouldBeGreaterThan(30);
        int.Parse(
                declared.At("Deployment shop/orders", "spec.template.spec.terminationGracePeriodSeconds")!,
                System.Globalization.CultureInfo.InvariantCulture
            )
            .ShouldBeGreaterThan(pause);
    }

    [Fact]
    public async Task What_stands_beside_the_container_goes_on_for_as_long_as_it_serves()
    {
        var declared = await Declared.ByAsync(shop => Service(shop, "orders", args => new()
                {
                    Namespace = shop,
                    Image = "nginx:1.29.3",
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = args.Health,
                    Containers =
                    [
                        new("app")
                        {
                            Image = "app:1.0.0",
                            Cpu = 100.Millicores(),
                            Memory = 64.MiB(),
                        },
                    ],
                }));

        declared
            .At("Deployment shop/orders", "spec.template.spec.containers.1.lifecycle.preStop.sleep.seconds")
            .ShouldBe(declared.At("Deployment shop/orders", $"{Container}.lifecycle.preStop.sleep.seconds"));
    }

    [Fact]
    public async Task Other_exposures_are_types_of_the_Service()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            Service(shop, "headless", expose: Expose.Headless());
            Service(shop, "node", expose: Expose.NodePort(30080));
        });

        declared.At("Service shop/headless", "spec.clusterIP").ShouldBe("None");
        declared.At("Service shop/node", "spec.type").ShouldBe("NodePort");
        declared.At("Service shop/node", "spec.ports.0.nodePort").ShouldBe("30080");
        Should
            .Throw<FormatException>(() => Expose.NodePort(80))
            .Message.ShouldBe("port 80 cannot be one of every node. Allowed: 30000 to 32767, or none for one that is free.");
    }

    [Fact]
    public async Task An_autoscaled_service_leaves_the_number_of_pods_to_its_autoscaler()
    {
        var declared = await Declared.ByAsync(shop =>
            Service(shop, "orders", release: Release.Of("1.0.0") with { Replicas = new(3, 12, 70.Percent()) })
        );

        declared.At("Deployment shop/orders", "spec.replicas").ShouldBeNull();
        declared.At("HorizontalPodAutoscaler shop/orders", "spec.maxReplicas").ShouldBe("12");
        declared.At("HorizontalPodAutoscaler shop/orders", "spec.metrics.0.resource.target.averageUtilization").ShouldBe("70");
    }

    [Fact]
    public async Task A_changed_ConfigMap_has_another_name_and_so_rolls_its_pods()
    {
        async Task<string?> NameAsync(string level) =>
            (await Declared.ByAsync(shop => _ = new AppConfig("conf", new() { Namespace = shop, Data = { ["LEVEL"] = level } }))).At(
                "ConfigMap shop/conf",
                "metadata.name"
            );

        (await NameAsync("info")).ShouldBe(await NameAsync("info"));
        (await NameAsync("info")).ShouldNotBe(await NameAsync("debug"));
    }

    [Fact]
    public async Task Pods_that_share_a_disk_of_one_node_are_not_rolled_over_each_other()
    {
        var declared = await Declared.ByAsync(shop => WithDisk(shop, Release.Of("1.0.0")));
        declared.At("Deployment shop/orders", "spec.strategy.type").ShouldBe("Recreate");

        var told = await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => WithDisk(shop, Release.Of("1.0.0", 3))));
        told.Message.ShouldContain("shop/orders: 3 pods cannot share a disk of one node");
    }

    private static void WithDisk(AppNamespace shop, Release release)
    {
        var disk = new VolumeClaim("disk", new() { Namespace = shop, Size = 1.GiB() });
        _ = new WebService(
            "orders",
            new()
            {
                Namespace = shop,
                Image = "orders",
                Release = release,
                Port = 8080,
                Cpu = 100.Millicores(),
                Memory = 64.MiB(),
                Health = Health.Tcp(),
                RunAs = 1000,
                Volumes = [disk.At("/data")],
                PreStop = Hook.Shell("sync"),
            }
        );
    }

    private static WebService Service(
        AppNamespace shop,
        string name,
        Func<WebServiceArgs, WebServiceArgs>? change = null,
        Expose? expose = null,
        Release? release = null,
        IReadOnlyList<ICallee>? calls = null
    )
    {
        var args = new WebServiceArgs
        {
            Namespace = shop,
            Image = name,
            Release = release ?? Release.Of("1.0.0", 2),
            Port = 8080,
            Cpu = 100.Millicores(),
            Memory = 64.MiB(),
            Health = Health.Http(readiness: "/readyz", liveness: "/healthz"),
            Expose = expose ?? Expose.Cluster(),
            Calls = calls ?? [],
        };
        return new WebService(name, change is null ? args : change(args));
    }
}
