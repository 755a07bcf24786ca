using System.Text.RegularExpressions;

namespace Agreement;

/// <summary>What the program sums up about a plan: the embedded engine prints it below the plan. Told in a debug message of the
/// stack.</summary>
/// <param name="Title">What it is about, one word that begins with a capital, such as <c>Capacity</c>; notes of one title stand
/// together.</param>
/// <param name="Text">One line.</param>
internal sealed partial record PlanNote(string Title, string Text)
{
    /// <summary>The message: <c>summary Capacity: shop at peak: 7.6 of 8 CPU requested</c>.</summary>
    public string ToMessage() => $"summary {Title}: {Text}";

    /// <summary>Reads a message; null when it is another.</summary>
    /// <param name="message">What the program logged.</param>
    public static PlanNote? Read(string message) =>
        Form().Match(message.TrimEnd()) is { Success: true } match ? new(match.Groups["title"].Value, match.Groups["text"].Value) : null;

    [GeneratedRegex("^summary (?<title>[A-Z][a-z]+): (?<text>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
