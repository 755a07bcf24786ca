namespace Pulumi;

/// <summary>Changes arguments and options of a resource before registration; <see langword="null"/> leaves them as they are.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
