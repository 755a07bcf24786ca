namespace Pulumi;

/// <summary>Changes properties and options of a resource when the engine asks; <see langword="null"/> leaves them as they are.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
