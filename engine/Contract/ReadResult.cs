using Engine.Values;

namespace Engine.Contract;

/// <param name="Inputs">The inputs that would make this object, or null when the provider cannot tell.</param>
internal sealed record ReadResult(string Id, PropertyMap? Inputs, PropertyMap Outputs);
