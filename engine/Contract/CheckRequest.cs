using Engine.Values;

namespace Engine.Contract;

/// <param name="Urn">The resource.</param>
/// <param name="Olds">Inputs of the resource so far; empty for a new one and for a replacement.</param>
/// <param name="News">Inputs that the program gave.</param>
/// <param name="RandomSeed">32 bytes, chosen once per registration: generated names come from them.</param>
internal sealed record CheckRequest(Urn Urn, PropertyMap Olds, PropertyMap News, ReadOnlyMemory<byte> RandomSeed)
{
    /// <summary>True in a preview and in the preview half of an update.</summary>
    public bool Preview { get; init; }
}
