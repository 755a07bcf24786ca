using Engine.State;

namespace Engine.Planning.Steps;

/// <summary>The resource after its step.</summary>
/// <param name="Key">Its entry of the state; null when a target list left its creation out.</param>
internal sealed record StepResult(ResourceState State, EntryKey? Key)
{
    public bool Replaced { get; init; }
}
