namespace Engine.Events;

/// <summary>A step begins; in a preview, it is planned.</summary>
internal sealed record StepStarted(StepDescription Step) : EngineEvent;
