using Engine.State;
using Engine.Values;

namespace Engine.Effects;

/// <summary>A Kubernetes object, as the program asks for it.</summary>
/// <param name="State">The resource.</param>
/// <param name="ApiGroup">For example <c>apps</c>; empty for the core group.</param>
/// <param name="Namespace">Empty for what has none.</param>
/// <param name="Name">Its name, or the program's name for it while that is unknown.</param>
internal sealed record ClusterObject(ResourceState State, string ApiGroup, string Kind, string Namespace, string Name)
{
    private const string Package = "kubernetes:";

    public PropertyMap Inputs => State.Inputs;

    public bool HasKnownName => Inputs.TextAt("metadata", "name") is not null;

    /// <summary>Null for what is no Kubernetes object.</summary>
    public static ClusterObject? Of(ResourceState? state)
    {
        if (
            state is not { Custom: true }
            || !state.Type.StartsWith(Package, StringComparison.Ordinal)
            || state.Type.Split(':') is not [_, var api, var kind]
        )
        {
            return null;
        }

        var slash = api.IndexOf('/', StringComparison.Ordinal);
        var group = slash < 0 || api[..slash] == "core" ? "" : api[..slash];
        return new ClusterObject(
            state,
            group,
            kind,
            NamespaceOf(state),
            state.Inputs.TextAt("metadata", "name") ?? state.Urn.Name.Split('/')[^1]
        );
    }

    // The name of a namespace that is yet to be made may be unknown: names such as shop/auth begin with it.
    private static string NamespaceOf(ResourceState state) =>
        state.Inputs.TextAt("metadata", "namespace")
        ?? (
            state.Inputs.IsUnknownAt("metadata", "namespace") && state.Urn.Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
                ? state.Urn.Name[..end]
                : ""
        );

    /// <summary>The template of its pods; the object itself for a Pod; null for what has no pods.</summary>
    public PropertyValue? PodTemplate =>
        Kind switch
        {
            "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Job" => Inputs.At("spec", "template"),
            "CronJob" => Inputs.At("spec", "jobTemplate", "spec", "template"),
            "Pod" => Inputs,
            _ => null,
        };

    public IReadOnlyDictionary<string, string> PodLabels => PodTemplate.TextsAt("metadata", "labels");

    /// <summary>Whether its pods have all these labels. An empty selector selects none, as that of a Service.</summary>
    public bool IsSelectedBy(IReadOnlyDictionary<string, string> selector)
    {
        var labels = PodLabels;
        return selector.Count > 0 && selector.All(wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
    }
}
