using Engine.Values;

namespace Engine.Contract;

/// <param name="Token">The function, for example <c>aws:index/getRegion:getRegion</c>.</param>
internal sealed record InvokeRequest(string Token, PropertyMap Arguments, bool Preview);
