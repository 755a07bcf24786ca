namespace RepositoryRooms;

/// <summary>What holds for the rooms of a project (docs/ARCHITECTURE.md, "Floors").</summary>
internal static class RoomRules
{
    /// <summary>A room uses only rooms that stand below it, so there is no circle.</summary>
    public static void EveryArrowGoesDown(CompiledTypes compiled, string project)
    {
        var floors = Floors.Of(project);
        compiled.Arrows.ShouldNotBeEmpty();
        compiled.Arrows.Where(InRooms).Select(floors.Objection).OfType<string>().Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Each room that the document names is there, with its folder, and each room that is there is named.</summary>
    public static void TheDocumentNamesEachRoom(CompiledTypes compiled, string project)
    {
        var floors = Floors.Of(project);
        var rooms = compiled.Types.Select(Arrow.RoomOf).Where(room => room.Length > 0).Distinct().Order(StringComparer.Ordinal);
        floors.Rooms.Order(StringComparer.Ordinal).ShouldBe(rooms);
        floors.Rooms.ShouldAllBe(room => Directory.Exists(Path.Combine(Floors.Root(), project, room)));
    }

    /// <summary>A room that holds more than a quarter of the types is a house in the house.</summary>
    public static void NoRoomHoldsMoreThanAQuarter(CompiledTypes compiled) =>
        compiled
            .Types.CountBy(Arrow.RoomOf)
            .Where(room => room.Value * 4 > compiled.Types.Count)
            .Select(room => $"{room.Key} holds {room.Value} of {compiled.Types.Count} types")
            .ShouldBeEmpty();

    // What stands at the root, the entry point, may use every room.
    private static bool InRooms(Arrow arrow) => arrow.FromRoom.Length > 0;
}
