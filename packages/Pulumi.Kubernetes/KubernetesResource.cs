namespace Pulumi.Kubernetes;

/// <summary>The base of all Kubernetes objects. Only this package makes kinds of it.</summary>
public abstract class KubernetesResource : CustomResource
{
    internal KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args, options) { }
}
