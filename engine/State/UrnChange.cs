using Engine.Values;

namespace Engine.State;

/// <summary>A resource that was found under an alias.</summary>
internal readonly record struct UrnChange(Urn From, Urn To);
