namespace Pulumi;

/// <summary>What a transformation is given.</summary>
public readonly struct ResourceTransformationArgs
{
    /// <summary>Arguments for a transformation.</summary>
    public ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options) =>
        (Resource, Args, Options) = (resource, args, options);

    /// <summary>The resource; its outputs are not there yet.</summary>
    public Resource Resource { get; }

    /// <summary>Its arguments.</summary>
    public ResourceArgs Args { get; }

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; }
}
