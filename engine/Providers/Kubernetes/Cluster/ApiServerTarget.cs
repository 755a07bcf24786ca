using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// A cluster. Objects are created by POST and changed by server-side apply, as the published provider does, and every change waits until it
/// is live.
/// The connection is made when something first needs it: a preview that finds no cluster says so, once, and goes on without.
/// </summary>
internal sealed class ApiServerTarget(
    ClusterConnection connection,
    ProviderSettings settings,
    string defaultNamespace,
    IProviderHost host,
    ReadinessWait wait
) : IObjectTarget
{
    private readonly ConcurrentDictionary<string, Urn> _owners = new(StringComparer.Ordinal);
    private readonly PlannedSpaces _spaces = new();
    private readonly CancellationTokenSource _cancel = new();
    private int _saidUnreached;

    public string DefaultNamespace => defaultNamespace;

    public Urn? Claim(ObjectIdentity identity, Urn urn) =>
        _owners.GetOrAdd(identity.ToString(), urn) is var owner && owner != urn ? owner : null;

    public async Task<bool?> IsNamespacedAsync(ObjectKind kind, CancellationToken cancellation)
    {
        try
        {
            return await FindReachedAsync(cancellation) is { } objects
                ? (await objects.Kinds.FindAsync(kind, cancellation))?.IsNamespaced
                : null;
        }
        catch (Exception e) when (e is ApiException or ClusterUnreachedException)
        {
            return null;
        }
    }

    public string? FindDrift(ObjectIdentity identity, PropertyMap inputs) => null;

    public async Task PreviewAsync(ObjectWrite write, CancellationToken cancellation)
    {
        if (write.Manifest.ContainsUnknown() || await FindReachedAsync(cancellation) is not { } objects)
        {
            return;
        }

        try
        {
            // Into a namespace that is still to be made the server could only answer, late, that there is none.
            if (await _spaces.IsThereAsync(objects, write.Identity.Namespace, cancellation))
            {
                await new ObjectWriter(objects, settings, host).DryRunAsync(write, cancellation);
            }
        }
        catch (ClusterUnreachedException e)
        {
            SayUnreached(e);
        }
    }

    public async Task<ObjectOutcome> CreateAsync(ObjectWrite write, CancellationToken cancellation)
    {
        var objects = await ReachAsync(cancellation);
        var live = await Told(() => new ObjectWriter(objects, settings, host).CreateAsync(write, cancellation));
        return await wait.UntilReadyAsync(objects, write, live, "created", _cancel.Token, cancellation);
    }

    public async Task<ObjectOutcome> UpdateAsync(ObjectWrite write, CancellationToken cancellation)
    {
        var objects = await ReachAsync(cancellation);
        var live = await Told(() => new ObjectWriter(objects, settings, host).UpdateAsync(write, cancellation));
        return await wait.UntilReadyAsync(objects, write, live, "updated", _cancel.Token, cancellation);
    }

    public async Task<ObjectOutcome?> ReadAsync(ObjectRead read, CancellationToken cancellation)
    {
        if (read.Preview && await FindReachedAsync(cancellation) is null)
        {
            return new ObjectOutcome(read.Known);
        }

        var objects = await ReachAsync(cancellation);
        var live = await Told(() => objects.FindAsync(read.Identity, cancellation));
        return live is null || (read.MustBeOurs && !FieldOwnership.IsCreatedByUs(live))
            ? null
            : new ObjectOutcome(live, await Told(() => ReadinessWait.FaultsNowAsync(objects, live, read.Known, cancellation)));
    }

    public async Task DeleteAsync(ObjectDelete delete, CancellationToken cancellation)
    {
        ApiObjects objects;
        try
        {
            objects = await ReachAsync(cancellation);
        }
        catch (ProviderException e) when (settings.DeletesUnreachable)
        {
            host.Log(Severity.Warning, $"{e.Message}. It is dropped from the state, because deleteUnreachable is set", delete.Urn);
            return;
        }

        await Told(() => new ObjectRemoval(objects, host, wait).RunAsync(delete, _cancel.Token, cancellation));
    }

    public void Cancel() => _cancel.Cancel();

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        _cancel.Dispose();
    }

    private async Task<ApiObjects> ReachAsync(CancellationToken cancellation) =>
        await Told(() => connection.OpenAsync(ClusterConnection.Patience, cancellation));

    // A preview does not wait long for a cluster that it can do without.
    private async Task<ApiObjects?> FindReachedAsync(CancellationToken cancellation)
    {
        try
        {
            return await connection.OpenAsync(ClusterConnection.ShortPatience, cancellation);
        }
        catch (ClusterUnreachedException e)
        {
            SayUnreached(e);
            return null;
        }
    }

    private void SayUnreached(ClusterUnreachedException e)
    {
        if (Interlocked.Exchange(ref _saidUnreached, 1) == 0)
        {
            host.Log(Severity.Info, $"this goes by the state and the program alone, {connection.Address} was not asked: {e.Message}");
        }
    }

    private async Task<T> Told<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ClusterUnreachedException e)
        {
            throw new ProviderException($"{connection.Address}: {e.Message}", e);
        }
        catch (ApiException e)
        {
            throw new ProviderException(e.Message, e);
        }
    }
}
