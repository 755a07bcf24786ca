using Infra.Tests.Stacks;

namespace Infra.Tests.Rollouts;

/// <summary>Promoting a version, and beginning, widening and ending a canary or a switch of colours, are one changed line of the stack
/// each.</summary>
public sealed class OneLineTests
{
    private const string Template = "spec.template.spec.containers.0.image";

    [Fact]
    public async Task A_promotion_changes_the_image_and_the_labels_that_name_the_version()
    {
        var changes = await ChangesAsync("picturesocial/likes", "version: 2.0.3, replicas: 3", "version: 2.1.0, replicas: 3");

        changes.ShouldAllBe(change => change.StartsWith("~ picturesocial/deployment-picturesocial-likes.yaml ", StringComparison.Ordinal));
        changes.ShouldContain(
            $"~ picturesocial/deployment-picturesocial-likes.yaml {Template}: "
                + $"111122223333.dkr.ecr.eu-central-1.amazonaws.com/picturesocial/likes:2.0.3 -> "
                + $"111122223333.dkr.ecr.eu-central-1.amazonaws.com/picturesocial/likes:2.1.0"
        );
        changes.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(70)]
    [InlineData(100)]
    public async Task A_canary_behind_a_route_begins_with_a_Deployment_and_moves_weights(int weight)
    {
        var begun = await RunAsync("dashboard/dashboard", $"version: 1.3.0, replicas: 4, canary: {{ version: 1.4.0, weight: {weight} }}");
        var changes = Differences.Between(await RunAsync("dashboard/dashboard", "version: 1.3.0, replicas: 4"), begun);

        changes.Where(change => change[0] == '+').ShouldBe(["+ dashboard/deployment-dashboard-canary.yaml"]);
        changes.Where(change => change[0] == '-').ShouldBeEmpty();
        Changed(changes).ShouldBe(["dashboard/ingress-dashboard.yaml"]);
        begun.Find("Deployment", "dashboard", "dashboard-canary").At("spec.replicas").ShouldBe(4L);
        var split = (string)
            ((IDictionary<string, object?>)begun.Find("Ingress", "dashboard", "dashboard").At("metadata.annotations")!)[
                "alb.ingress.kubernetes.io/actions.dashboard"
            ]!;
        split.ShouldContain(
            $"{{\"serviceName\":\"dashboard-stable\",\"servicePort\":80,\"weight\":{100 - weight}}},"
                + $"{{\"serviceName\":\"dashboard-candidate\",\"servicePort\":80,\"weight\":{weight}}}"
        );
    }

    [Theory]
    [InlineData(10, 30)]
    [InlineData(30, 70)]
    [InlineData(70, 100)]
    [InlineData(100, 10)]
    public async Task Each_further_step_of_a_canary_and_each_back_moves_weights_and_nothing_else(int from, int to)
    {
        var changes = await ChangesAsync(
            "dashboard/dashboard",
            $"version: 1.3.0, replicas: 4, canary: {{ version: 1.4.0, weight: {from} }}",
            $"version: 1.3.0, replicas: 4, canary: {{ version: 1.4.0, weight: {to} }}"
        );

        changes
            .ShouldHaveSingleItem()
            .ShouldStartWith("~ dashboard/ingress-dashboard.yaml metadata.annotations.alb.ingress.kubernetes.io/actions.dashboard: ");
    }

    [Fact]
    public async Task A_canary_ends_by_becoming_the_version_or_by_leaving()
    {
        const string Canary = "version: 1.3.0, replicas: 4, canary: { version: 1.4.0, weight: 100 }";

        var promoted = await ChangesAsync("dashboard/dashboard", Canary, "version: 1.4.0, replicas: 4");
        var back = await ChangesAsync("dashboard/dashboard", Canary, "version: 1.3.0, replicas: 4");

        Changed(promoted).ShouldBe(["dashboard/deployment-dashboard.yaml", "dashboard/ingress-dashboard.yaml"], ignoreOrder: true);
        Changed(back).ShouldBe(["dashboard/ingress-dashboard.yaml"]);
        new[] { promoted, back }.ShouldAllBe(changes =>
            changes.Single(change => change[0] != '~') == "- dashboard/deployment-dashboard-canary.yaml"
        );
    }

    [Fact]
    public async Task A_canary_inside_the_cluster_shares_the_Service()
    {
        var changes = await ChangesAsync(
            "workshop/hello",
            "version: 1.0.0, replicas: 3",
            "version: 1.0.0, replicas: 3, canary: { version: 1.1.0, weight: 25 }"
        );

        changes.ShouldBe([
            "+ workshop/deployment-hello-canary.yaml",
            "~ workshop/service-hello.yaml spec.selector.track: stable -> (none)",
        ]);
    }

    [Fact]
    public async Task Switching_colours_inside_the_cluster_is_the_selector_of_the_Service()
    {
        var changes = await ChangesAsync(
            "workshop/hello",
            "version: 1.0.0, replicas: 2, blueGreen: { version: 2.0.0, active: blue }",
            "version: 1.0.0, replicas: 2, blueGreen: { version: 2.0.0, active: green }"
        );

        changes.ShouldBe(["~ workshop/service-hello.yaml spec.selector.track: stable -> green"]);
    }

    [Fact]
    public async Task Switching_colours_behind_a_route_is_the_weights()
    {
        var changes = await ChangesAsync(
            "dashboard/api",
            "version: 1.3.0, replicas: 2, blueGreen: { version: 2.0.0, active: blue }",
            "version: 1.3.0, replicas: 2, blueGreen: { version: 2.0.0, active: green }"
        );

        Changed(changes).ShouldBe(["dashboard/ingress-dashboard.yaml", "dashboard/service-api.yaml"], ignoreOrder: true);
        changes.ShouldContain("~ dashboard/service-api.yaml spec.selector.track: stable -> green");
    }

    private static IEnumerable<string> Changed(IEnumerable<string> changes) =>
        changes.Where(change => change[0] == '~').Select(change => change.Split(' ')[1]).Distinct();

    private static Task<StackRun> RunAsync(string workload, string release) =>
        StackRun.OfAsync("prod", StackText.Of("prod").WithRelease(workload, release));

    private static async Task<IReadOnlyList<string>> ChangesAsync(string workload, string before, string after) =>
        Differences.Between(await RunAsync(workload, before), await RunAsync(workload, after));
}
