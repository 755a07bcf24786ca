namespace Engine.Contract;

/// <param name="Property">Path of the property; empty when the failure is about the whole.</param>
/// <param name="Reason">What was given, what is allowed, what to do.</param>
internal sealed record CheckFailure(string Property, string Reason);
