namespace Components.Policies;

/// <summary>Lets a resource, and what it is the parent of, break one rule for a time.</summary>
/// <param name="Policy">The rule's id.</param>
/// <param name="Because">Why it must be so.</param>
/// <param name="Until">The last day.</param>
/// <param name="Source">Where the waiver is written, <c>file:line</c>.</param>
public sealed record Waiver(string Policy, string Because, DateOnly Until, string Source);
