using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Display;

/// <summary>What users call a resource.</summary>
/// <param name="Group">Its namespace, or its package; empty for a component, which belongs where its parts do.</param>
/// <param name="Kind">For example <c>Deployment</c>.</param>
/// <param name="Name">The object's own name where it is known, else the program's name for it.</param>
internal sealed record ResourceLabel(string Group, string Kind, string Name)
{
    private const string ClusterGroup = "cluster";

    public static ResourceLabel Of(StepDescription step) => Of(step.Urn, step.New ?? step.Old);

    public static ResourceLabel Of(Urn urn, ResourceState? state)
    {
        var type = urn.Type;
        var segments = type.Split(':');
        var kind = segments[^1];
        if (type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal))
        {
            return new ResourceLabel(kind, "Provider", urn.Name);
        }

        if (type == Urn.StackType)
        {
            return new ResourceLabel("", "Stack", urn.Stack);
        }

        if (segments[0] == "kubernetes" && state?.Inputs.Get("metadata") is { } metadata)
        {
            var name = Text(metadata, "name") ?? urn.Name;
            return new ResourceLabel(kind == "Namespace" ? name : Text(metadata, "namespace") ?? ClusterGroup, kind, name);
        }

        return new ResourceLabel(state is { Custom: false } ? "" : segments[0], kind, urn.Name);
    }

    private static string? Text(PropertyValue metadata, string key) => metadata is PropertyMap map ? map.GetText(key) : null;
}
