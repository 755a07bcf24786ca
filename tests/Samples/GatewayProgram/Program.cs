using Components.Data;
using Components.Pods;
using Components.Rollouts;
using Components.Routes;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var provider = new Pulumi.Kubernetes.Provider("kubernetes", new() { RenderYamlToDirectory = "rendered/local" });
    var target = new ClusterTarget(provider, LoadBalancing.Controller, Ipv4Cidr.Parse("10.0.0.0/16"));
    var shop = new AppNamespace("shop", new() { Target = target });
    var keys = new ManagedSecrets(
        "payment-keys",
        new() { Namespace = shop, Files = { ["api-key"] = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:payments-AbCdEf" } }
    );

    var orders = new WebService(
        "orders",
        new()
        {
            Namespace = shop,
            Image = "shop/orders",
            Release = Release.Of("1.4.1", replicas: 2) with { Canary = new(ImageVersion.Parse("1.5.0"), 10.Percent()) },
            Port = 8080,
            Cpu = 100.Millicores(),
            Memory = 64.MiB(),
            Health = Health.Http(readiness: "/readyz"),
            RunAs = 1000,
            Expose = Expose.Route(),
            Files = [Files.From(keys, at: "/etc/payments")],
        }
    );

    var inside = new WebGateway(
        "inside",
        new() { Namespace = shop, Certificate = "arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555" }
    );
    _ = new GatewayRoute(
        "orders",
        new()
        {
            Gateway = inside,
            Host = "orders.example.com",
            Paths = { ["/"] = orders },
        }
    );
});
