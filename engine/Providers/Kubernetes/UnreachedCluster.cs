using Engine.Planning;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>A cluster, as far as a preview needs one: what the state and the program say is all that is known of it.</summary>
internal sealed class UnreachedCluster(string defaultNamespace) : IObjectTarget
{
    private const string Refusal =
        "this engine does not reach clusters: give the provider renderYamlToDirectory and apply the files with kubectl, or run the program with the Pulumi CLI";

    public string DefaultNamespace => defaultNamespace;

    public string? FindDrift(ObjectIdentity identity, PropertyMap inputs) => null;

    public Task<PropertyMap> CreateAsync(ObjectWrite write, CancellationToken cancellation) => throw new ProviderException($"{write.Identity}: {Refusal}");

    public Task<PropertyMap> UpdateAsync(ObjectWrite write, CancellationToken cancellation) => throw new ProviderException($"{write.Identity}: {Refusal}");

    public Task<PropertyMap?> ReadAsync(ObjectIdentity identity, PropertyMap known, CancellationToken cancellation) => throw new ProviderException($"{identity}: {Refusal}");

    public Task DeleteAsync(Urn urn, ObjectIdentity identity, PropertyMap known, TimeSpan? timeout, CancellationToken cancellation) =>
        throw new ProviderException($"{identity}: {Refusal}");
}
