using Components.Values;

namespace Components.Targets;

/// <summary>An edge in the graph of services: who calls whom.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Callee">What is called.</param>
/// <param name="Place">Where the caller is declared.</param>
public sealed record Connection(ServiceReference Caller, ICallee Callee, Place Place);
