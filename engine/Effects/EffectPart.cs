using Engine.Events;

namespace Engine.Effects;

/// <summary>One resource that a change touches.</summary>
/// <param name="Step">What is done with it.</param>
/// <param name="Finding">What that does.</param>
/// <param name="Changes">What changes in it, in short words; secrets masked.</param>
internal sealed record EffectPart(StepDescription Step, Finding Finding, IReadOnlyList<string> Changes);
