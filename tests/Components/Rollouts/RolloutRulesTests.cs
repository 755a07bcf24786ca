using Components.Rollouts;
using Components.Targets;
using Components.Values;

namespace Components.Tests.Rollouts;

/// <summary>A release that says what its kind of workload cannot do is refused, not read past.</summary>
public sealed class RolloutRulesTests
{
    private static readonly Place s_place = new("stacks/Pulumi.prod.yaml", 15, 5);
    private static readonly ServiceReference s_store = new("shop", "store");

    public static TheoryData<Release, string> Refused =>
        new()
        {
            {
                Release() with
                {
                    Canary = new Canary(ImageVersion.Parse("2.0.0"), 10.Percent(), new Place("stacks/Pulumi.prod.yaml", 15, 50)),
                },
                "stacks/Pulumi.prod.yaml:15:50  error: shop/store: an agent has no canary\n  One on each node. Write version alone."
            },
            {
                Release() with
                {
                    BlueGreen = new BlueGreen(ImageVersion.Parse("2.0.0"), false),
                },
                "stacks/Pulumi.prod.yaml:15:5  error: shop/store: an agent has no blueGreen\n  One on each node. Write version alone."
            },
            {
                Release() with
                {
                    Replicas = new Replicas(2, 4, 70.Percent()),
                },
                "stacks/Pulumi.prod.yaml:15:5  error: shop/store: an agent has no autoscaler\n  One on each node. Write version alone."
            },
            {
                Release() with
                {
                    Replicas = new Replicas(3),
                },
                "stacks/Pulumi.prod.yaml:15:5  error: shop/store: an agent has no replicas\n  One on each node. Write version alone."
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_has_no_meaning_is_refused(Release release, string text) =>
        Should.Throw<ProblemsException>(() => RolloutRules.Check(release, s_store, "an agent", "One on each node.")).Message.ShouldBe(text);

    [Fact]
    public void What_has_a_meaning_is_allowed()
    {
        RolloutRules.Check(null, s_store, "an agent", "One on each node.");
        RolloutRules.Check(Release(), s_store, "an agent", "One on each node.");
        RolloutRules.Check(
            Release() with
            {
                Replicas = new Replicas(3),
            },
            s_store,
            "a stateful service",
            "Its pods are not alike.",
            replicas: true
        );
        RolloutRules.Check(
            Release() with
            {
                Canary = new Canary(ImageVersion.Parse("2.0.0"), 10.Percent()),
            },
            s_store,
            "a worker",
            "",
            canary: true
        );
    }

    private static Release Release() => new("shop/store", ImageVersion.Parse("1.0.0"), new Replicas(1), s_place);
}
