namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Arguments of a <see cref="CustomResourcePatch"/>: derive from it and add the kind's own properties, each with an
/// <see cref="InputAttribute"/>.</summary>
public abstract class CustomResourcePatchArgs : ResourceArgs
{
    /// <param name="apiVersion">The API version of the object, for example <c>stable.example.com/v1</c>.</param>
    /// <param name="kind">The kind of the object.</param>
    protected CustomResourcePatchArgs(string apiVersion, string kind)
    {
        Token = $"kubernetes:{apiVersion}:{kind}";
        ApiVersion = apiVersion;
        Kind = kind;
    }

    /// <summary>The API version of the object.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    /// <summary>The kind of the object.</summary>
    [Input("kind")]
    public Input<string> Kind { get; }

    /// <summary>The object's metadata.</summary>
    [Input("metadata")]
    public Input<Types.Inputs.Meta.V1.ObjectMetaArgs>? Metadata { get; set; }

    /// <summary>The type token: known at once, as the two inputs that it is made of are not.</summary>
    internal string Token { get; }
}
