using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Where components are written, as the program tells it in debug messages: <c>declared at infra/Shop.cs:41, released at
/// stacks/Pulumi.prod.yaml:15</c>.</summary>
internal sealed partial class DeclaredPlaces
{
    private readonly Dictionary<Urn, (string Declared, string? Released)> _places = [];

    public void Handle(Diagnostic message)
    {
        if (message is { Severity: Severity.Debug, Urn: { } urn } && Told().Match(message.Message.TrimEnd()) is { Success: true } match)
        {
            _places[urn] = (match.Groups["declared"].Value, match.Groups["released"] is { Success: true } released ? released.Value : null);
        }
    }

    /// <summary>Where the program declares it; null when the program has not said.</summary>
    public string? Declared(Urn urn) => _places.TryGetValue(urn, out var place) ? place.Declared : null;

    /// <summary>Where the stack says which version and how many; null when it does not.</summary>
    public string? Released(Urn urn) => _places.TryGetValue(urn, out var place) ? place.Released : null;

    [GeneratedRegex("^declared at (?<declared>[^,]+)(?:, released at (?<released>.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Told();
}
