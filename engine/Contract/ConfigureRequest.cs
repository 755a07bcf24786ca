using Engine.Values;

namespace Engine.Contract;

/// <param name="Urn">The provider resource.</param>
/// <param name="Inputs">Its checked inputs, without unknowns. Booleans and objects may be JSON texts, as generated SDKs send them.</param>
internal sealed record ConfigureRequest(Urn Urn, PropertyMap Inputs);
