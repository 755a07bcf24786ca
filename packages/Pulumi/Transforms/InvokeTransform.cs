namespace Pulumi;

/// <summary>Changes arguments and options of function calls when the engine asks; <see langword="null"/> leaves them as they are.</summary>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);
