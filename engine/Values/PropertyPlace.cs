using System.Globalization;

namespace Engine.Values;

/// <summary>Where a walk is: a member or element, and what it is in. Written as a path only when somebody asks for it.</summary>
/// <param name="Parent">Null when it is in the value that the walk began with.</param>
/// <param name="Key">The member's key; null for an element.</param>
/// <param name="Index">The element's index.</param>
internal sealed record PropertyPlace(PropertyPlace? Parent, string? Key, int Index = 0)
{
    public override string ToString()
    {
        var at = Parent?.ToString() ?? "";
        return Key is not null ? PropertyPaths.Join(at, Key) : string.Create(CultureInfo.InvariantCulture, $"{at}[{Index}]");
    }
}
