using Engine.Values;

namespace Engine.Planning;

internal sealed record DeleteRequest(Urn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs, TimeSpan? Timeout);
