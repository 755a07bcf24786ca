using Agreement;
using Components.Rollouts;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>The program's end of what it tells the engine; the engine's end is in tests/Engine/Agreement.</summary>
public sealed class DeclaredPlaceTests
{
    private static readonly Place s_place = Place.Source("/home/me/repository/infra/Shop.cs", 41);

    [Fact]
    public void A_component_tells_the_line_that_declares_it() =>
        DeclaredAt.Read(DeclaredPlace.Message(s_place, release: null).ToMessage()).ShouldBe(new DeclaredAt("infra/Shop.cs:41", null));

    [Fact]
    public void And_the_line_of_its_release_without_a_column()
    {
        var release = new Release("shop/orders", ImageVersion.Parse("1.4.1"), new Replicas(2), new Place("stacks/Pulumi.prod.yaml", 15, 5));

        DeclaredAt
            .Read(DeclaredPlace.Message(s_place, release).ToMessage())
            .ShouldBe(new DeclaredAt("infra/Shop.cs:41", "stacks/Pulumi.prod.yaml:15"));
    }

    [Fact]
    public void The_line_of_a_canary_stands_before_that_of_its_release()
    {
        var release = Release.Of("1.4.1") with
        {
            Place = new Place("stacks/Pulumi.prod.yaml", 15),
            Canary = new Canary(ImageVersion.Parse("1.5.0"), Percentage.Of(10), new Place("stacks/Pulumi.prod.yaml", 17)),
        };

        DeclaredPlace.Message(s_place, release).Released.ShouldBe("stacks/Pulumi.prod.yaml:17");
    }
}
