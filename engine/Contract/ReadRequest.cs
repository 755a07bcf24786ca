using Engine.Values;

namespace Engine.Contract;

/// <param name="Inputs">As stored; for a resource that is read or imported for the first time, what the program gave.</param>
/// <param name="Outputs">As stored, or as the inputs.</param>
internal sealed record ReadRequest(Urn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs, TimeSpan? Timeout)
{
    public bool Preview { get; init; }
}
