using Engine.Values;

namespace Engine.Contract;

/// <param name="OldInputs">Inputs as stored.</param>
/// <param name="OldOutputs">Outputs as stored.</param>
/// <param name="News">Checked new inputs; unknowns in them in a preview.</param>
/// <param name="IgnoreChanges">Property paths whose changes do not count.</param>
internal sealed record DiffRequest(
    Urn Urn,
    string Id,
    PropertyMap OldInputs,
    PropertyMap OldOutputs,
    PropertyMap News,
    IReadOnlyList<string> IgnoreChanges
)
{
    public bool Preview { get; init; }
}
