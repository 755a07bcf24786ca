namespace Pulumi;

/// <summary>A function that the engine calls when an operation failed.</summary>
/// <returns>Whether to try the operation again.</returns>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
