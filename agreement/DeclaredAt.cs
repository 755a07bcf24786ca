using System.Text.RegularExpressions;

namespace Agreement;

/// <summary>
/// Where a component is written. The program tells it in a debug message of the component's URN, which every engine takes and none prints
/// unless asked to; the embedded engine names these lines at what changes.
/// </summary>
/// <param name="Declared">The line of the program, such as <c>infra/Shop.cs:41</c>.</param>
/// <param name="Released">The line of the stack that says which version and how many, such as <c>stacks/Pulumi.prod.yaml:15</c>; null where
/// none does.</param>
internal sealed partial record DeclaredAt(string Declared, string? Released)
{
    /// <summary>The message: <c>declared at infra/Shop.cs:41, released at stacks/Pulumi.prod.yaml:15</c>.</summary>
    public string ToMessage() => $"declared at {Declared}" + (Released is null ? "" : $", released at {Released}");

    /// <summary>Reads a message; null when it is another.</summary>
    /// <param name="message">What the program logged.</param>
    public static DeclaredAt? Read(string message) =>
        Form().Match(message.TrimEnd()) is { Success: true } match
            ? new(match.Groups["declared"].Value, match.Groups["released"] is { Success: true } released ? released.Value : null)
            : null;

    [GeneratedRegex("^declared at (?<declared>.+?)(?:, released at (?<released>.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
