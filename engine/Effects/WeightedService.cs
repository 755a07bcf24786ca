namespace Engine.Effects;

/// <summary>Where a route sends requests.</summary>
/// <param name="Service">The name of the Service.</param>
/// <param name="Weight">Its part, among those of the same path.</param>
internal sealed record WeightedService(string Service, double Weight);
