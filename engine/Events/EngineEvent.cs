namespace Engine.Events;

/// <summary>What happens in an update, in order, for those who show it. Secrets in values are still marked as such: whoever shows them
/// masks them.</summary>
internal abstract record EngineEvent;
