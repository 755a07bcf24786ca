namespace Engine.Events;

/// <summary>The last event.</summary>
internal sealed record UpdateEnded(UpdateResult Result) : EngineEvent;
