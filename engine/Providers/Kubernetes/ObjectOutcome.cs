using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>An object after it was written or read.</summary>
/// <param name="Live">The object as it is.</param>
/// <param name="Faults">Why it is not ready; empty when it is.</param>
internal sealed record ObjectOutcome(PropertyMap Live, IReadOnlyList<string> Faults)
{
    public ObjectOutcome(PropertyMap live)
        : this(live, []) { }
}
