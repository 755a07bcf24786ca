using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>How to find a cluster: a kubeconfig and a context of it.</summary>
/// <param name="File">The path of the kubeconfig; null for the user's own (<c>KUBECONFIG</c>, <c>~/.kube/config</c>), or when its text was
/// given.</param>
/// <param name="Text">The kubeconfig itself, which is a secret; null when it is in a file.</param>
/// <param name="Context">Null for the kubeconfig's current one.</param>
/// <param name="Cluster">The name of a cluster of the kubeconfig, when it is to be another one than the context's.</param>
internal sealed record ClusterAddress(string? File, string? Text, string? Context, string? Cluster)
{
    /// <param name="inputs">The provider's arguments.</param>
    /// <param name="programDirectory">What relative paths are relative to.</param>
    public static ClusterAddress Of(PropertyMap inputs, string programDirectory)
    {
        var given = inputs.Text("kubeconfig") is { Length: > 0 } text ? text : null;
        var isText = given is not null && Kubeconfigs.IsText(given);
        return new ClusterAddress(
            isText || given is null ? null : Path.GetFullPath(Kubeconfigs.Expanded(given), programDirectory),
            isText ? given : null,
            inputs.Text("context"),
            inputs.Text("cluster")
        );
    }

    /// <summary>The cluster in words, for messages.</summary>
    public override string ToString() =>
        $"the cluster of {(Context is null ? "the current context" : $"context '{Context}'")}"
        + (
            File is not null ? $" of {File}"
            : Text is not null ? " of the provider's kubeconfig"
            : ""
        );
}
