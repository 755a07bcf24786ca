using Engine.Values;

namespace Engine.Contract;

/// <param name="Urn">The URN that the component will have.</param>
/// <param name="MonitorAddress">Where its inside registers its resources.</param>
internal sealed record ConstructRequest(
    Urn Urn,
    string Type,
    string Name,
    Urn? Parent,
    PropertyMap Inputs,
    IReadOnlyDictionary<string, IReadOnlyList<Urn>> InputDependencies,
    string MonitorAddress,
    bool Preview
)
{
    /// <summary>Provider references by package, for the resources inside.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();
}
