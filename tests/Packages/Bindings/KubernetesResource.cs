namespace Pulumi.Cloud;

/// <summary>The part of a Kubernetes-like package that is written by hand.</summary>
public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(type, name, args, options) { }
}
