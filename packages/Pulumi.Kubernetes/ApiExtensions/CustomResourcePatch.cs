namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Changes to an object of a kind that no class exists for, by server-side apply; the object must exist.</summary>
public class CustomResourcePatch : KubernetesResource
{
    /// <param name="name">The logical name; the object's name too where its metadata sets none.</param>
    /// <param name="args">The API version, kind, metadata and further properties of the object.</param>
    /// <param name="options">Options of the resource.</param>
    public CustomResourcePatch(string name, CustomResourcePatchArgs args, CustomResourceOptions? options = null)
        : base((args ?? throw new ArgumentNullException(nameof(args))).Token, name, args, options) { }

    /// <summary>The API version of the object, for example <c>stable.example.com/v1</c>.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    /// <summary>The kind of the object.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    /// <summary>The object's metadata.</summary>
    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;
}
