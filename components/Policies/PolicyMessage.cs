using Pulumi;

namespace Components.Policies;

/// <summary>A line of a report.</summary>
/// <param name="Text">What, where, what is there, why it is a rule, what to do.</param>
/// <param name="Resource">The resource that it is about; null when it is about a waiver.</param>
public sealed record PolicyMessage(string Text, Resource? Resource);
