using Infra.Tests.Stacks;

namespace Infra.Tests.Rollouts;

/// <summary>Promoting a version, and beginning, widening and ending a canary or a switch of colours, are one changed line of the stack each.</summary>
public sealed class OneLineTests
{
    private const string Template = "spec.template.spec.containers.0.image";

    [Fact]
    public async Task A_promotion_changes_the_image_and_the_labels_that_name_the_version()
    {
        var changes = await ChangesAsync("picturesocial/likes", "version: 2.0.3, replicas: 3", "version: 2.1.0, replicas: 3");

        changes.ShouldAllBe(change => change.StartsWith("~ picturesocial/deployment-picturesocial-likes.yaml ", StringComparison.Ordinal));
        changes.ShouldContain($"~ picturesocial/deployment-picturesocial-likes.yaml {Template}: 111122223333.dkr.ecr.eu-central-1.amazonaws.com/picturesocial/likes:2.0.3 -> 111122223333.dkr.ecr.eu-central-1.amazonaws.com/picturesocial/likes:2.1.0");
        changes.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(30, 2)]
    [InlineData(70, 3)]
    [InlineData(100, 4)]
    public async Task A_canary_behind_a_route_begins_with_a_Deployment_and_a_Service_and_moves_weights(int weight, int pods)
    {
        var begun = await RunAsync("dashboard/dashboard", $"version: 1.3.0, replicas: 4, canary: {{ version: 1.4.0, weight: {weight} }}");
        var changes = Differences.Between(await RunAsync("dashboard/dashboard", "version: 1.3.0, replicas: 4"), begun);

        changes.Where(change => change[0] == '+').ShouldBe(["+ dashboard/deployment-dashboard-canary.yaml", "+ dashboard/service-dashboard-canary.yaml"]);
        changes.Where(change => change[0] == '-').ShouldBeEmpty();
        changes.Where(change => change[0] == '~').ShouldAllBe(change => change.StartsWith("~ dashboard/ingress-dashboard.yaml ", StringComparison.Ordinal));
        begun.Find("Deployment", "dashboard", "dashboard-canary").At("spec.replicas").ShouldBe((long)pods);
        var split = (string)((IDictionary<string, object?>)begun.Find("Ingress", "dashboard", "dashboard").At("metadata.annotations")!)["alb.ingress.kubernetes.io/actions.dashboard"]!;
        split.ShouldContain($"{{\"serviceName\":\"dashboard\",\"servicePort\":80,\"weight\":{100 - weight}}},{{\"serviceName\":\"dashboard-canary\",\"servicePort\":80,\"weight\":{weight}}}");
    }

    [Fact]
    public async Task Widening_a_canary_moves_weights_and_pods_and_nothing_else()
    {
        var changes = await ChangesAsync(
            "dashboard/dashboard",
            "version: 1.3.0, replicas: 4, canary: { version: 1.4.0, weight: 10 }",
            "version: 1.3.0, replicas: 4, canary: { version: 1.4.0, weight: 30 }");

        changes.Select(change => change.Split(' ')[1]).Distinct().ShouldBe(["dashboard/deployment-dashboard-canary.yaml", "dashboard/ingress-dashboard.yaml"]);
    }

    [Fact]
    public async Task A_canary_inside_the_cluster_shares_the_Service()
    {
        var changes = await ChangesAsync("workshop/hello", "version: 1.0.0, replicas: 3", "version: 1.0.0, replicas: 3, canary: { version: 1.1.0, weight: 25 }");

        changes.ShouldBe(["+ workshop/deployment-hello-canary.yaml"]);
    }

    [Fact]
    public async Task Switching_colours_inside_the_cluster_is_the_selector_of_the_Service()
    {
        var changes = await ChangesAsync(
            "workshop/hello",
            "version: 1.0.0, replicas: 2, blueGreen: { version: 2.0.0, active: blue }",
            "version: 1.0.0, replicas: 2, blueGreen: { version: 2.0.0, active: green }");

        changes.ShouldBe(["~ workshop/service-hello.yaml spec.selector.track: stable -> green"]);
    }

    [Fact]
    public async Task Switching_colours_behind_a_route_is_the_weights()
    {
        var changes = await ChangesAsync(
            "dashboard/api",
            "version: 1.3.0, replicas: 2, blueGreen: { version: 2.0.0, active: blue }",
            "version: 1.3.0, replicas: 2, blueGreen: { version: 2.0.0, active: green }");

        changes.ShouldHaveSingleItem().ShouldStartWith("~ dashboard/ingress-dashboard.yaml metadata.annotations.alb.ingress.kubernetes.io/actions.api: ");
    }

    private static Task<StackRun> RunAsync(string workload, string release) => StackRun.OfAsync("prod", StackText.Of("prod").WithRelease(workload, release));

    private static async Task<IReadOnlyList<string>> ChangesAsync(string workload, string before, string after) =>
        Differences.Between(await RunAsync(workload, before), await RunAsync(workload, after));
}
