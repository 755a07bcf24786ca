using Engine.State;

namespace Engine.Events;

/// <summary>A component (or the stack) has its outputs.</summary>
internal sealed record OutputsRegistered(ResourceState? Old, ResourceState New) : EngineEvent;
