using Agreement;
using Pulumi;

namespace Components.Policies;

/// <summary>What a program sums up about its plan. The embedded engine prints the notes below the plan; the Pulumi CLI prints them with
/// <c>--debug</c>.</summary>
public static class PlanNotes
{
    /// <summary>Tells the engine one line.</summary>
    /// <param name="title">What it is about: one word that begins with a capital, such as <c>Capacity</c>. Notes of one title stand
    /// together.</param>
    /// <param name="text">The line.</param>
    /// <example><code>PlanNotes.Tell("Capacity", "shop at peak: 7.6 of 8 CPU requested");</code></example>
    public static void Tell(string title, string text) => Log.Debug(new PlanNote(title, text).ToMessage());
}
