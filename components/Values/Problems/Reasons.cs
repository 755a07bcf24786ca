namespace Components.Values;

/// <summary>The reasons that call sites give for what a reviewer would ask about. Each is read by people, on the object or in a report: a
/// blank or a single word tells them nothing.</summary>
internal static class Reasons
{
    private const int Shortest = 10;

    /// <summary>Takes a reason, without spaces around it.</summary>
    /// <param name="reason">What the call site says.</param>
    /// <param name="what">What it is a reason for.</param>
    /// <param name="ask">What to say, as a sentence.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Check(string? reason, string what, string ask) =>
        IsGiven(reason) ? reason!.Trim() : ProblemCollection.Refuse($"{what} needs a reason. {ask}", "refused");

    /// <summary>Whether the text says something: some words, of ten characters at least.</summary>
    public static bool IsGiven(string? reason) =>
        reason?.Trim() is { Length: >= Shortest } text && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > 1;
}
