namespace RepositoryRooms;

/// <summary>One type uses another.</summary>
/// <param name="From">The full name of the type that uses.</param>
/// <param name="To">The full name of the type that is used.</param>
internal sealed record Arrow(string From, string To)
{
    public string FromRoom => RoomOf(From);

    public string ToRoom => RoomOf(To);

    /// <summary>The room is the second part of the name: <c>Engine.Values.Urn</c> is in Values. A type at the root is in none.</summary>
    internal static string RoomOf(string type) => type.Split('.') is { Length: > 2 } parts ? parts[1] : "";
}
