using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>The invariants see what they are there for: each is broken here on purpose.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void Events_of_all_kinds_come_in_the_order_of_revisions()
    {
        var moments = Recording.Moments([Slice(7, "web", "a"), Slice(5, "web", "a", "b"), Slice(9, "web")], start: 5);

        moments.Select(moment => moment.ReadyBehind("shop", "web").Count).ShouldBe([2, 1, 0]);
        moments
            .HasReady("shop", "web", 2)
            .ShouldBe(["revision 7: shop/web has 1 ready pods, not 2", "revision 9: shop/web has 0 ready pods, not 2"]);
        moments.Take(1).HasReady("shop", "web", 2).ShouldBeEmpty();
    }

    [Fact]
    public void A_weight_before_its_pods_and_a_version_that_leaves_before_its_weight_are_seen()
    {
        var moments = Recording.Moments(
            [
                Slice(1, "web-stable", "a"),
                Slice(2, "web-candidate"),
                Route(3, 100, 0),
                Route(4, 90, 10),
                Slice(5, "web-candidate", "b"),
                Slice(6, "web-stable"),
                Route(7, 0, 100),
            ],
            start: 3
        );

        moments
            .WeightsHaveReady("shop", "web", "web", 1)
            .ShouldBe([
                "revision 4: shop/web-candidate gets 10 % with 0 ready pods, not 1",
                "revision 6: shop/web-stable gets 90 % with 0 ready pods, not 1",
            ]);
        moments.Splits("shop", "web", "web").ShouldBe(["100/0", "90/10", "0/100"]);
    }

    [Fact]
    public void A_route_that_loses_its_split_is_seen()
    {
        var gone = new ClusterEvent(5, IsGone: true, Route(4, 100, 0).Object);
        Recording
            .Moments([Slice(1, "web-stable", "a"), Route(4, 100, 0), gone], start: 4)
            .WeightsHaveReady("shop", "web", "web", 1)
            .ShouldBe(["revision 5: shop/web splits the traffic of web into 0 %"]);
    }

    [Fact]
    public void Pods_beyond_the_surge_are_seen_and_ending_ones_are_not_counted()
    {
        ClusterEvent[] three = [Deployment(1, replicas: 2, surge: "25%"), Pod(2, "a", "1.0.0"), Pod(3, "b", "1.0.0"), Pod(4, "c", "1.1.0")];

        Recording.Moments(three, start: 0).SurgeIsKept("shop").ShouldBeEmpty();
        Recording
            .Moments([.. three, Pod(5, "d", "1.1.0")], start: 0)
            .SurgeIsKept("shop")
            .ShouldBe(["revision 5: shop/web has 4 pods, more than 3"]);
        Recording.Moments([.. three, Pod(5, "a", "1.0.0", ends: true), Pod(6, "d", "1.1.0")], start: 0).SurgeIsKept("shop").ShouldBeEmpty();
    }

    [Fact]
    public void Versions_that_got_requests_are_told_in_order()
    {
        ClusterEvent[] events =
        [
            Pod(1, "a", "1.0.0"),
            Pod(2, "b", "1.1.0"),
            Slice(3, "web", "a"),
            Slice(4, "web", "a", "b"),
            Slice(5, "web", "b"),
        ];
        Recording.Moments(events, start: 3).Versions("shop", "web").ShouldBe(["1.0.0", "1.0.0 1.1.0", "1.1.0"]);
    }

    private static ClusterEvent Slice(long revision, string service, params string[] ready) =>
        Event(
            revision,
            $$"""
            { "kind": "EndpointSlice", "metadata": { "namespace": "shop", "name": "{{service}}-x", "labels": { "kubernetes.io/service-name": "{{service}}" } },
              "endpoints": [ { "conditions": { "ready": false }, "targetRef": { "name": "starting" } }
                {{string.Concat(ready.Select(Ready))}} ] }
            """
        );

    private static string Ready(string pod) =>
        $$"""
            , { "conditions": { "ready": true }, "targetRef": { "name": "{{pod}}" } }
            """;

    private static ClusterEvent Route(long revision, int stable, int candidate)
    {
        var action =
            $$$"""{"forwardConfig":{"targetGroups":[{"serviceName":"web-stable","weight":{{{stable}}}},{"serviceName":"web-candidate","weight":{{{candidate}}}}]}}""";
        var route = Event(revision, """{ "kind": "Ingress", "metadata": { "namespace": "shop", "name": "web", "annotations": {} } }""");
        route.Object["metadata"]!["annotations"]!["alb.ingress.kubernetes.io/actions.web"] = action;
        return route;
    }

    private static ClusterEvent Deployment(long revision, int replicas, string surge) =>
        Event(
            revision,
            $$"""
            { "kind": "Deployment", "metadata": { "namespace": "shop", "name": "web" },
              "spec": { "replicas": {{replicas}}, "selector": { "matchLabels": { "app": "web" } }, "strategy": { "rollingUpdate": { "maxSurge": "{{surge}}" } } } }
            """
        );

    private static ClusterEvent Pod(long revision, string name, string version, bool ends = false)
    {
        var pod = Event(
            revision,
            $$"""{ "kind": "Pod", "metadata": { "namespace": "shop", "name": "{{name}}", "labels": { "app": "web", "version": "{{version}}" } }, "status": { "phase": "Running" } }"""
        );
        if (ends)
        {
            pod.Object["metadata"]!["deletionTimestamp"] = "2026-01-01T00:00:00Z";
        }

        return pod;
    }

    private static ClusterEvent Event(long revision, string json) => new(revision, IsGone: false, JsonNode.Parse(json)!.AsObject());
}
