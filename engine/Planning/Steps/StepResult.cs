using Engine.State;

namespace Engine.Planning.Steps;

/// <summary>The resource after its step, and its entry of the state.</summary>
internal sealed record StepResult(ResourceState State, EntryKey Key)
{
    public bool Replaced { get; init; }
}
