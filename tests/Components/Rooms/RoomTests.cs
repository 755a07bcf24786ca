using Components.Workloads;
using RepositoryRooms;

namespace Components.Tests.Rooms;

/// <summary>The floors of components/ (docs/ARCHITECTURE.md), over what was compiled.</summary>
public sealed class RoomTests
{
    private const string Project = "components";
    private static readonly CompiledTypes s_compiled = CompiledTypes.Of(typeof(WebService).Assembly.Location, "Components");

    [Fact]
    public void A_room_uses_only_rooms_below_it() => RoomRules.EveryArrowGoesDown(s_compiled, Project);

    [Fact]
    public void Each_room_of_the_document_exists_and_each_room_is_in_the_document() =>
        RoomRules.TheDocumentNamesEachRoom(s_compiled, Project);

    [Fact]
    public void No_room_holds_more_than_a_quarter_of_the_types() => RoomRules.NoRoomHoldsMoreThanAQuarter(s_compiled);
}
