using Engine.Values;

namespace Engine.Contract;

/// <param name="Inputs">Checked inputs.</param>
/// <param name="Timeout">Null leaves it to the provider.</param>
/// <param name="Preview">True when nothing may be created: outputs that are not known yet are unknown, and so may be the id.</param>
internal sealed record CreateRequest(Urn Urn, PropertyMap Inputs, TimeSpan? Timeout, bool Preview);
