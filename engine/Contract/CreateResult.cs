using Engine.Values;

namespace Engine.Contract;

/// <param name="Id">Never empty but in a preview, where null means that it is not known yet.</param>
internal sealed record CreateResult(string? Id, PropertyMap Outputs);
