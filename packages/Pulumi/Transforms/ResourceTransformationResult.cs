namespace Pulumi;

/// <summary>What a transformation makes of a resource.</summary>
public readonly struct ResourceTransformationResult
{
    /// <summary>The arguments and options to go on with. The parent may not change.</summary>
    public ResourceTransformationResult(ResourceArgs args, ResourceOptions options) => (Args, Options) = (args, options);

    /// <summary>The arguments to go on with.</summary>
    public ResourceArgs Args { get; }

    /// <summary>The options to go on with.</summary>
    public ResourceOptions Options { get; }
}
