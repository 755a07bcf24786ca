namespace Engine.Events;

/// <summary>A step has ended well; its new state has outputs now. A refresh step ends as same, update or delete: what the refresh
/// found.</summary>
internal sealed record StepSucceeded(StepDescription Step, TimeSpan Duration) : EngineEvent;
