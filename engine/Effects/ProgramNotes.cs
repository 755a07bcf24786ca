using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Events;

namespace Engine.Effects;

/// <summary>What the program sums up about a plan, in debug messages such as <c>summary Capacity: shop at peak: 7.6 of 8 CPU</c>.</summary>
internal sealed partial class ProgramNotes
{
    private readonly List<(string Title, string Text)> _notes = [];

    /// <summary>In the order in which they were said.</summary>
    public IReadOnlyList<(string Title, string Text)> All => _notes;

    public void Handle(Diagnostic message)
    {
        if (message.Severity == Severity.Debug && Told().Match(message.Message.TrimEnd()) is { Success: true } match)
        {
            _notes.Add((match.Groups["title"].Value, match.Groups["text"].Value));
        }
    }

    [GeneratedRegex("^summary (?<title>[A-Z][a-z]+): (?<text>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Told();
}
