using Infra.Tests.Stacks;

namespace Infra.Tests.Reachability;

/// <summary>Network policies let through exactly the connections that the program declares.</summary>
public sealed class ReachabilityTests
{
    private static readonly string[] s_declared =
    [
        "dashboard/dashboard -> dashboard/api:8080",
        "picturesocial/picturesocial-likes -> picturesocial/picturesocial-profiles:80",
        "picturesocial/picturesocial-pictures -> picturesocial/picturesocial-likes:80",
        "picturesocial/picturesocial-pictures -> picturesocial/picturesocial-locations:80",
        "picturesocial/picturesocial-pictures -> picturesocial/picturesocial-profiles:80",
        "workshop/export -> workshop/store:6379",
        "workshop/frontend -> workshop/auth:80",
        "workshop/frontend -> workshop/hello:80",
        "workshop/seed -> workshop/store:6379",
    ];

    [Theory]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task Pods_reach_exactly_the_pods_that_their_call_sites_name(string stack)
    {
        var policies = new PolicyReader(await StackRun.OfAsync(stack));
        int[] ports = [80, 81, 443, 6379, 8080, 2020];

        var connections =
            from caller in policies.Pods
            from callee in policies.Pods
            where caller != callee
            from port in ports
            where policies.Connects(caller, callee, port)
            select $"{caller} -> {callee}:{port}";

        connections.Distinct().Order(StringComparer.Ordinal).ShouldBe(s_declared);
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
    public async Task Load_balancers_reach_what_is_exposed_by_its_port_and_the_port_of_its_health()
    {
        var policies = new PolicyReader(await StackRun.OfAsync("local"));

        policies.Pods.Where(pod => new[] { 80, 81, 443, 8080 }.Any(port => policies.IsReachedFrom(pod, "10.0.0.0/16", port)))
            .Select(pod => pod.ToString()).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["dashboard/api", "dashboard/dashboard", "picturesocial/picturesocial-pictures", "workshop/frontend"]);
    }
}
