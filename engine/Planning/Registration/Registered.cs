using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>A resource that this run has registered or read.</summary>
/// <param name="Goal">Null for one that was read.</param>
/// <param name="Key">Its entry of the state; null when it has none (left out by targets).</param>
internal sealed record Registered(ResourceGoal? Goal, ResourceState State, EntryKey? Key)
{
    /// <summary>What it was called in the base state, when that is another URN.</summary>
    public Urn? OldUrn { get; init; }

    public bool Replaced { get; init; }

    /// <summary>How the program's outcome of it was; dependents of what failed are skipped.</summary>
    public RegistrationOutcome Outcome { get; init; }
}
