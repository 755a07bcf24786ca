using System.Globalization;
using System.Text.RegularExpressions;

namespace RepositoryRooms;

/// <summary>The floors of one project, as docs/ARCHITECTURE.md has them: the table below the heading "Rooms of <c>project</c>".</summary>
internal sealed partial class Floors
{
    private readonly Dictionary<string, int> _floors;

    private Floors(Dictionary<string, int> floors) => _floors = floors;

    public IReadOnlyCollection<string> Rooms => _floors.Keys;

    /// <summary>The floors of a project.</summary>
    /// <param name="project">Its folder: components or engine.</param>
    public static Floors Of(string project) => Parse(File.ReadAllText(Path.Combine(Root(), "docs/ARCHITECTURE.md")), project);

    internal static Floors Parse(string document, string project)
    {
        var section = Section(project).Match(document);
        section.Success.ShouldBeTrue($"docs/ARCHITECTURE.md has no heading 'Rooms of `{project}`'");
        var floors = Row()
            .Matches(section.Groups["text"].Value)
            .ToDictionary(row => row.Groups["room"].Value, row => int.Parse(row.Groups["floor"].Value, CultureInfo.InvariantCulture));
        floors.ShouldNotBeEmpty();
        return new Floors(floors);
    }

    /// <summary>What is wrong with an arrow from one room to another; null when nothing is.</summary>
    /// <param name="arrow">The arrow.</param>
    public string? Objection(Arrow arrow)
    {
        foreach (var (type, room) in new[] { (arrow.From, arrow.FromRoom), (arrow.To, arrow.ToRoom) })
        {
            if (!_floors.ContainsKey(room))
            {
                return $"{type} is in '{room}', which docs/ARCHITECTURE.md gives no floor";
            }
        }

        var (from, to) = (_floors[arrow.FromRoom], _floors[arrow.ToRoom]);
        return arrow.FromRoom == arrow.ToRoom || to < from
            ? null
            : $"{arrow.From} uses {arrow.To}: {arrow.ToRoom} (floor {to}) does not stand below {arrow.FromRoom} (floor {from})";
    }

    /// <summary>The checkout that the tests were built from.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No Infra.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }

    private static Regex Section(string project) =>
        new($@"^### Rooms of `{project}`$(?<text>.*?)(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline);

    [GeneratedRegex(@"^\| (?<floor>\d+) \| `(?<room>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
