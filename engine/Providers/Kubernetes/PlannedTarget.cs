using System.Collections.Concurrent;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Where objects are while two plans are compared: nowhere. The program's own word is all there is, and nothing is
/// asked.</summary>
internal sealed class PlannedTarget(string defaultNamespace) : IObjectTarget
{
    private readonly ConcurrentDictionary<string, Urn> _owners = new(StringComparer.Ordinal);

    public string DefaultNamespace => defaultNamespace;

    public Urn? Claim(ObjectIdentity identity, Urn urn) =>
        _owners.GetOrAdd(identity.ToString(), urn) is var owner && owner != urn ? owner : null;

    public Task<bool?> IsNamespacedAsync(ObjectKind kind, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    public string? FindDrift(ObjectIdentity identity, PropertyMap inputs) => null;

    public Task PreviewAsync(ObjectWrite write, CancellationToken cancellation) => Task.CompletedTask;

    public Task<ObjectOutcome> CreateAsync(ObjectWrite write, CancellationToken cancellation) => throw Misused();

    public Task<ObjectOutcome> UpdateAsync(ObjectWrite write, CancellationToken cancellation) => throw Misused();

    public Task<ObjectOutcome?> ReadAsync(ObjectRead read, CancellationToken cancellation) =>
        Task.FromResult<ObjectOutcome?>(new ObjectOutcome(read.Known));

    public Task DeleteAsync(ObjectDelete delete, CancellationToken cancellation) => throw Misused();

    public void Cancel() { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Misused() => new("A comparison of plans changes nothing.");
}
