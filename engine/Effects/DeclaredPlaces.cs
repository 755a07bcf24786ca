using Agreement;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Where components are written, as the program tells it.</summary>
internal sealed class DeclaredPlaces
{
    private readonly Dictionary<Urn, DeclaredAt> _places = [];

    public void Handle(Diagnostic message)
    {
        if (message is { Severity: Severity.Debug, Urn: { } urn } && DeclaredAt.Read(message.Message) is { } place)
        {
            _places[urn] = place;
        }
    }

    /// <summary>Where the program declares it; null when the program has not said.</summary>
    public string? Declared(Urn urn) => _places.GetValueOrDefault(urn)?.Declared;

    /// <summary>Where the stack says which version and how many; null when it does not.</summary>
    public string? Released(Urn urn) => _places.GetValueOrDefault(urn)?.Released;
}
