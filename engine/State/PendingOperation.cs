namespace Engine.State;

/// <summary>An operation that was begun and whose end nobody saw. For a creation the resource has no id and no outputs.</summary>
internal sealed record PendingOperation(OperationType Type, ResourceState Resource);
