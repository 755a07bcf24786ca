using Components.Values;

namespace Components.Workloads;

/// <summary>A Service that a route sends traffic to.</summary>
/// <param name="Service">The Service's name.</param>
/// <param name="Port">The Service's port.</param>
/// <param name="Weight">Its part of the traffic, of 100.</param>
internal sealed record RouteBackend(string Service, Port Port, int Weight);
