using Engine.Contract;
using Engine.Planning.Changes;
using Engine.State;

namespace Engine.Planning.Steps;

/// <summary>A registered resource on its way through a step.</summary>
/// <param name="State">As the program wants it: checked inputs and options; outputs are still to come.</param>
/// <param name="Old">Its entry of the base state.</param>
internal sealed record StepSubject(ResourceState State, OldResource? Old, IProvider Provider)
{
    public Change Change { get; init; } = Change.Same;

    /// <summary>Set when the resource was found under another URN.</summary>
    public UrnChange? Renamed => Old is { } old && old.State.Urn != State.Urn ? new UrnChange(old.State.Urn, State.Urn) : null;
}
