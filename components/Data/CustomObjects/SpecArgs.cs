using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Components.Data;

/// <summary>Arguments of a custom resource whose content is under <c>spec</c>.</summary>
internal sealed class SpecArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
{
    /// <summary>The content; values are text, numbers, lists and maps of them.</summary>
    [Input("spec")]
    public InputMap<object> Spec { get; set; } = [];
}
