using Pulumi;

namespace Components.Targets;

/// <summary>Options that all components on a target share.</summary>
internal static class ComponentOptions
{
    /// <summary>The target's provider for all children, under what the call site says.</summary>
    public static ComponentResourceOptions In(ClusterTarget target, ComponentResourceOptions? options) =>
        ComponentResourceOptions.Merge(new ComponentResourceOptions { Providers = { target.Provider } }, options);
}
