namespace Pulumi;

/// <summary>A function that the engine calls around an operation. An exception fails the operation, unless the hook ignores
/// errors.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);
