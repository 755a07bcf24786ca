using Engine.Values;

namespace Engine.Contract;

internal sealed record DeleteRequest(Urn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs, TimeSpan? Timeout);
