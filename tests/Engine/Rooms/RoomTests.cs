using Engine.Tests.Planted.Above;
using Engine.Tests.Planted.Below;
using Engine.Values;
using RepositoryRooms;

namespace Engine.Tests.Rooms;

/// <summary>The floors of engine/ (docs/ARCHITECTURE.md), over what was compiled; and that the reader of compiled types sees what it must.
/// </summary>
public sealed class RoomTests
{
    private const string Project = "engine";
    private static readonly CompiledTypes s_compiled = CompiledTypes.Of(typeof(Urn).Assembly.Location, "Engine");

    [Fact]
    public void A_room_uses_only_rooms_below_it() => RoomRules.EveryArrowGoesDown(s_compiled, Project);

    [Fact]
    public void Each_room_of_the_document_exists_and_each_room_is_in_the_document() =>
        RoomRules.TheDocumentNamesEachRoom(s_compiled, Project);

    [Fact]
    public void No_room_holds_more_than_a_quarter_of_the_types() => RoomRules.NoRoomHoldsMoreThanAQuarter(s_compiled);

    [Theory]
    [InlineData(nameof(ByBody))]
    [InlineData(nameof(ByGenericArgument))]
    [InlineData(nameof(ByAsyncLambda))]
    [InlineData(nameof(ByBase))]
    [InlineData(nameof(ByTypeOf))]
    [InlineData(nameof(ByCall))]
    public void An_arrow_is_seen_wherever_it_stands(string type) =>
        CompiledTypes
            .Of(typeof(RoomTests).Assembly.Location, "Engine.Tests.Planted")
            .Arrows.Where(arrow => arrow.From.EndsWith("." + type, StringComparison.Ordinal))
            .Select(arrow => arrow.To)
            .ShouldContain(typeof(Upper).FullName);

    [Fact]
    public void An_arrow_upwards_is_told_with_both_names()
    {
        var floors = Floors.Parse(
            "### Rooms of `house`\n\n| Floor | Room |\n|---|---|\n| 1 | `Roof` |\n| 0 | `Cellar` |\n| 0 | `Well` |\n",
            "house"
        );

        floors.Objection(new Arrow("H.Roof.Tile", "H.Cellar.Wine")).ShouldBeNull();
        floors.Objection(new Arrow("H.Cellar.Wine", "H.Cellar.Rack")).ShouldBeNull();
        floors
            .Objection(new Arrow("H.Cellar.Wine", "H.Roof.Tile"))
            .ShouldBe("H.Cellar.Wine uses H.Roof.Tile: Roof (floor 1) does not stand below Cellar (floor 0)");
        floors.Objection(new Arrow("H.Cellar.Wine", "H.Well.Water")).ShouldNotBeNull();
        floors.Objection(new Arrow("H.Attic.Box", "H.Well.Water")).ShouldNotBeNull().ShouldContain("'Attic'");
    }
}
