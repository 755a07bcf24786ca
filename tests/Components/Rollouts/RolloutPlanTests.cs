using Components.Rollouts;
using Components.Values;

namespace Components.Tests.Rollouts;

public sealed class RolloutPlanTests
{
    [Theory]
    [InlineData(3, 25, 3, 1)]
    [InlineData(9, 10, 9, 1)]
    [InlineData(10, 10, 9, 1)]
    [InlineData(10, 30, 7, 3)]
    [InlineData(9, 30, 7, 3)]
    [InlineData(10, 70, 3, 7)]
    [InlineData(10, 100, 0, 10)]
    [InlineData(4, 50, 2, 2)]
    [InlineData(4, 0, 4, 0)]
    [InlineData(1, 50, 1, 1)]
    public void By_replica_share_the_pods_are_split_exactly(int replicas, int weight, int stable, int canary)
    {
        var tracks = RolloutPlan.Of(Canary(replicas, weight), TrafficSplit.ReplicaShare);

        tracks.Select(track => track.Replicas.Min).ShouldBe([stable, canary]);
        (canary * 100 / Math.Max(1, stable + canary)).ShouldBe(weight);
    }

    [Theory]
    [InlineData(
        3,
        10,
        "a 10 % canary is not possible with 3 replicas",
        "By replica share, 1 canary of 4 pods is 25 %. Set replicas to 9 (1 of 10),"
    )]
    [InlineData(
        8,
        10,
        "a 10 % canary is not possible with 8 replicas",
        "By replica share, 1 canary of 9 pods is 11 %. Set replicas to 9 (1 of 10),"
    )]
    [InlineData(
        1,
        30,
        "a 30 % canary is not possible with 1 replica",
        "By replica share, 1 canary of 2 pods is 50 %. Set replicas to 9 (3 of 10),"
    )]
    [InlineData(
        6,
        33,
        "a 33 % canary is not possible with 6 replicas",
        "By replica share, 1 canary of 7 pods is 14 %. Set replicas to 99 (33 of 100),"
    )]
    public void What_the_arithmetic_does_not_allow_is_refused_with_the_numbers_that_would(
        int replicas,
        int weight,
        string what,
        string numbers
    ) =>
        Should
            .Throw<ProblemsException>(() => RolloutPlan.Of(Canary(replicas, weight), TrafficSplit.ReplicaShare))
            .Message.ShouldBe(
                $"stacks/Pulumi.prod.yaml:15:15  error: shop/auth: {what}\n  {numbers}\n  or give the service a route (Expose = "
                    + $"Expose.Route()), which splits traffic at any weight."
            );

    [Fact]
    public void A_canary_that_is_refused_leaves_the_number_of_pods_as_the_release_says()
    {
        IReadOnlyList<Track> tracks = [];
        Should.Throw<ProblemsException>(() =>
            ProblemCollection.Gather(() => tracks = RolloutPlan.Of(Canary(3, 10), TrafficSplit.ReplicaShare))
        );

        tracks.Sum(track => track.Replicas.Min).ShouldBe(3);
    }

    [Theory]
    [InlineData(10, 9)]
    [InlineData(25, 3)]
    [InlineData(100, 1)]
    public void An_autoscaled_service_is_told_the_fixed_number_that_its_canary_needs(int weight, int replicas) =>
        Should
            .Throw<ProblemsException>(() =>
                RolloutPlan.Of(Canary(6, weight) with { Replicas = new(6, 20, 70.Percent()) }, TrafficSplit.ReplicaShare)
            )
            .Message.ShouldContain($"must be fixed while there is a canary: set replicas to {replicas},");

    [Fact]
    public void An_autoscaled_service_has_no_canary_by_replica_share() =>
        Should
            .Throw<ProblemsException>(() =>
                RolloutPlan.Of(Canary(6, 10) with { Replicas = new(6, 20, 70.Percent()) }, TrafficSplit.ReplicaShare)
            )
            .Message.ShouldContain(
                "shop/auth: a canary is not possible with 6 to 20 replicas\n  By replica share, the number of pods must be fixed"
            );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(34)]
    [InlineData(100)]
    public void By_weight_any_split_is_possible_and_both_versions_are_whole(int weight)
    {
        var tracks = RolloutPlan.Of(Canary(3, weight), TrafficSplit.Weights);

        tracks.Select(track => track.Weight).ShouldBe([100 - weight, weight]);
        tracks.Select(track => track.Replicas.Min).ShouldBe([3, 3]);
    }

    [Fact]
    public void By_weight_a_canary_may_have_replicas_of_its_own_and_the_autoscaler_leaves_it_alone()
    {
        var release = Canary(3, 10) with { Replicas = new(3, 9, 70.Percent()) };

        var tracks = RolloutPlan.Of(release with { Canary = release.Canary! with { Replicas = 2 } }, TrafficSplit.Weights);

        tracks.Select(track => track.Replicas).ShouldBe([new(3, 9, 70.Percent()), new(2)]);
    }

    [Fact]
    public void By_replica_share_a_canary_has_no_replicas_of_its_own()
    {
        var release = Canary(9, 10);

        Should
            .Throw<ProblemsException>(() =>
                RolloutPlan.Of(release with { Canary = release.Canary! with { Replicas = 2 } }, TrafficSplit.ReplicaShare)
            )
            .Message.ShouldBe(
                "stacks/Pulumi.prod.yaml:15:15  error: shop/auth: the canary cannot have replicas of its own\n"
                    + "  Without a route that splits traffic, its share of the pods is its weight. Remove replicas from the canary."
            );
    }

    [Fact]
    public void Behind_Ingresses_that_do_not_split_the_share_is_that_of_the_pods() =>
        Should
            .Throw<ProblemsException>(() => RolloutPlan.Of(Canary(3, 10), TrafficSplit.ReplicaShareBehindIngress))
            .Message.ShouldEndWith(
                "Set replicas to 9 (1 of 10),\n  or take a target whose Ingresses are of class alb, which split traffic at any weight."
            );

    [Theory]
    [InlineData(false, 100, 0)]
    [InlineData(true, 0, 100)]
    public void Both_colours_are_whole_and_one_gets_the_traffic(bool green, int blueWeight, int greenWeight)
    {
        var release = Release.Of("1.0.0", 3) with { BlueGreen = new BlueGreen(ImageVersion.Parse("2.0.0"), green) };
        var tracks = RolloutPlan.Of(release, TrafficSplit.Weights);

        tracks.Select(track => track.Weight).ShouldBe([blueWeight, greenWeight]);
        tracks.Select(track => track.Replicas.Min).ShouldBe([3, 3]);
    }

    [Fact]
    public void Blue_green_behind_a_load_balancer_of_its_own_is_refused_since_it_is_an_outage()
    {
        var release = Release.Of("1.0.0", 3) with { Workload = "shop/auth", BlueGreen = new BlueGreen(ImageVersion.Parse("2.0.0"), true) };

        Should
            .Throw<ProblemsException>(() => RolloutPlan.Of(release, TrafficSplit.ReplicaShareBehindLoadBalancer))
            .Message.ShouldStartWith("error: shop/auth: blue/green is not possible behind a load balancer of the service's own\n");
    }

    private static Release Canary(int replicas, int weight) =>
        new("shop/auth", ImageVersion.Parse("1.4.1"), new Replicas(replicas))
        {
            Canary = new Canary(ImageVersion.Parse("1.5.0"), weight.Percent(), new Place("stacks/Pulumi.prod.yaml", 15, 15)),
        };
}
