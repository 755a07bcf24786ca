using Engine.Masking;
using Engine.State;

namespace Engine.Display;

/// <summary>States as they may be shown.</summary>
internal static class ShownState
{
    /// <summary>Without secrets, and without times either: they say nothing about a plan.</summary>
    public static ResourceState Of(ResourceState state) =>
        state with
        {
            Inputs = MaskedValues.Of(state.Inputs),
            Outputs = MaskedValues.Of(state.Outputs),
            ReplacementTrigger = state.ReplacementTrigger is { } trigger ? MaskedValues.Of(trigger) : null,
            Created = null,
            Modified = null,
        };
}
