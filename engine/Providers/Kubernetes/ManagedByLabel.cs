using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>The label that client-side apply puts on all objects. An object that has it keeps it, so that switching to server-side apply
/// changes nothing.</summary>
internal static class ManagedByLabel
{
    private const string Label = "app.kubernetes.io/managed-by";
    private const string Default = "pulumi";
    private const string Variable = "PULUMI_KUBERNETES_MANAGED_BY_LABEL";

    public static PropertyMap Kept(PropertyMap inputs, PropertyMap olds)
    {
        var value = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } own ? own : Default;
        if (olds.Map("metadata").Map("labels").Text(Label) != value || inputs.Get("metadata")?.Plain() is not PropertyMap metadata)
        {
            return inputs;
        }

        var labels = metadata.Map("labels");
        return labels.ContainsKey(Label) ? inputs : inputs.With("metadata", metadata.With("labels", labels.With(Label, value)));
    }
}
