using Infra.Tests.Stacks;

namespace Infra.Tests.Reachability;

/// <summary>Network policies let through exactly the connections that the program declares.</summary>
public sealed class ReachabilityTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task Pods_reach_exactly_the_pods_that_their_call_sites_name(string stack)
    {
        var run = await StackRun.OfAsync(stack);
        var policies = new PolicyReader(run);

        // All ports that any policy speaks of, and some that none should.
        int[] ports = [.. policies.PortsSpokenOf.Union([22, 80, 443, 8080, 9090])];

        var connections =
            from caller in policies.Pods
            from callee in policies.Pods
            where caller != callee
            from port in ports
            where policies.Connects(caller, callee, port)
            select $"{caller} -> {callee}:{port}";

        connections
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(run.Connections.Where(call => call.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        run.Connections.ShouldContain("workshop/frontend -> workshop/hello:80");
    }

    [Fact]
    public async Task Every_pod_is_isolated_resolves_names_and_reaches_nothing_else_outside()
    {
        var policies = new PolicyReader(await StackRun.OfAsync("local"));

        foreach (var pod in policies.Pods)
        {
            policies.IsIsolated(pod).ShouldBeTrue($"{pod}");
            policies.ReachesAddress(pod, "any", 53).ShouldBeTrue($"{pod} resolves names");
            policies.ReachesAddress(pod, "0.0.0.0/0", 443).ShouldBeFalse($"{pod} reaches the internet");
            policies.ReachesAddress(pod, "169.254.170.23/32", 80).ShouldBeFalse($"{pod} gets rights in AWS");
        }
    }

    [Fact]
    public async Task A_pod_that_uses_something_in_AWS_reaches_its_credentials_and_AWS_and_no_other_pod_does()
    {
        var policies = new PolicyReader(await StackRun.OfAsync("prod"));

        var users = policies.Pods.Where(pod => policies.ReachesAddress(pod, "169.254.170.23/32", 80)).ToList();

        users.Select(pod => pod.ToString()).Distinct().ShouldBe(["picturesocial/picturesocial-pictures"]);
        users.ShouldAllBe(pod => policies.ReachesAddress(pod, "0.0.0.0/0", 443) && policies.ReachesAddress(pod, "10.40.0.0/16", 443));
        policies.Pods.Except(users).ShouldAllBe(pod => !policies.ReachesAddress(pod, "0.0.0.0/0", 443));
    }

    [Fact]
    public async Task Load_balancers_reach_what_is_exposed_by_its_port_and_the_port_of_its_health()
    {
        var run = await StackRun.OfAsync("local");
        var policies = new PolicyReader(run);

        var reached = policies
            .Pods.Where(pod => policies.PortsSpokenOf.Any(port => policies.IsReachedFrom(pod, "10.0.0.0/16", port)))
            .Select(pod => pod.ToString());

        reached.Distinct().Order(StringComparer.Ordinal).ShouldBe(Exposed(run).Distinct().Order(StringComparer.Ordinal));
    }

    // By Services that make a load balancer, or that an Ingress names.
    private static IEnumerable<string> Exposed(StackRun run) =>
        run
            .Objects.Where(rendered =>
                rendered.Kind == "Service"
                && (
                    rendered.At("spec.type") is "LoadBalancer"
                    || ((IDictionary<string, object?>)rendered.Content["metadata"]!).TryGetValue("annotations", out var annotations)
                        && ((IDictionary<string, object?>)annotations!).ContainsKey("alb.ingress.kubernetes.io/target-type")
                )
            )
            .Select(service => $"{service.Namespace}/{service.At("spec.selector.app")}");
}
