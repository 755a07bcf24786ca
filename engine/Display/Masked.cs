using Engine.State;
using Engine.Values;

namespace Engine.Display;

/// <summary>States and values as they may be shown.</summary>
internal static class Masked
{
    public const string Secret = "[secret]";

    public static PropertyValue Of(PropertyValue value) =>
        value switch
        {
            PropertySecret => new PropertyString(Secret),
            PropertyOutput { IsSecret: true } => new PropertyString(Secret),
            PropertyOutput output => Of(output.Value ?? PropertyValue.Computed),
            PropertyMap map => Map(map),
            PropertyArray array => new PropertyArray(array.Select(Of)),
            _ => value,
        };

    public static PropertyMap Map(PropertyMap map) => map.Select((_, value) => Of(value));

    /// <summary>Without times either: they say nothing about a plan.</summary>
    public static ResourceState State(ResourceState state) =>
        state with
        {
            Inputs = Map(state.Inputs),
            Outputs = Map(state.Outputs),
            ReplacementTrigger = state.ReplacementTrigger is { } trigger ? Of(trigger) : null,
            Created = null,
            Modified = null,
        };
}
