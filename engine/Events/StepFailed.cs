namespace Engine.Events;

/// <summary>A step has failed; a <see cref="Diagnostic"/> says why.</summary>
internal sealed record StepFailed(StepDescription Step) : EngineEvent;
