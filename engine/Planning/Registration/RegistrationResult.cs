using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>The answer to a registration.</summary>
internal sealed record RegistrationResult(RegistrationOutcome Outcome, ResourceState State)
{
    /// <summary>For remote components: where their outputs come from.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Urn>>? OutputDependencies { get; init; }

    /// <summary>True when the outputs are to be taken as unknown: the creation was left out.</summary>
    public bool Unknown { get; init; }
}
