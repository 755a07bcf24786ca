using System.Collections.Concurrent;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>What this run has registered and read, by URN. Safe for concurrent use.</summary>
internal sealed class RegisteredResources
{
    private readonly ConcurrentDictionary<Urn, Registered?> _byUrn = [];

    /// <summary>False when the URN is taken in this run.</summary>
    public bool TryReserve(Urn urn) => _byUrn.TryAdd(urn, null);

    public void Set(Registered resource) => _byUrn[resource.State.Urn] = resource;

    /// <summary>Null when it is not registered, or still on its way.</summary>
    public Registered? Get(Urn urn) => _byUrn.GetValueOrDefault(urn);
}
