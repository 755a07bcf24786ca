namespace Engine.Contract;

/// <summary>A failure with a message for the user: what, where, what was given, what is allowed, what to do. Shown without a stack
/// trace.</summary>
internal sealed class ProviderException(string message, Exception? inner = null) : Exception(message, inner);
