using Engine.Values;

namespace Engine.Contract;

/// <param name="Inputs">The checked inputs of the creation that was under way.</param>
internal sealed record AdoptRequest(Urn Urn, PropertyMap Inputs);
