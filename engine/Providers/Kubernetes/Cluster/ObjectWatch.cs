using System.Threading.Channels;
using Engine.Contract;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// Tells that an object may have changed, so that whoever waits for it looks sooner than its next look is due. What counts is the look: a
/// watch that breaks, hangs or is not allowed makes the wait no less certain.
/// </summary>
internal sealed class ObjectWatch : IAsyncDisposable
{
    // Each open watch is a connection to the server; beyond this the objects are only looked at.
    private const int MostAtOnce = 64;

    private static readonly SemaphoreSlim Open = new(MostAtOnce);

    private readonly CancellationTokenSource _end = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Task _reading;

    private ObjectWatch(ApiObjects objects, ObjectIdentity identity, PropertyMap seen, TimeSpan untilNextTry) =>
        _reading = ReadAsync(objects, identity, seen.Map("metadata").Text("resourceVersion"), untilNextTry);

    /// <param name="objects">The cluster's.</param>
    /// <param name="identity">Which object.</param>
    /// <param name="seen">The object as it was last seen: all that comes after it is told.</param>
    /// <param name="untilNextTry">How long to let a watch be that ended.</param>
    public static ObjectWatch Begin(ApiObjects objects, ObjectIdentity identity, PropertyMap seen, TimeSpan untilNextTry) =>
        new(objects, identity, seen, untilNextTry);

    /// <summary>Returns when the object may have changed since the last call, and after the pause at the latest.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(pause);
        try
        {
            await _changes.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing was told; the next look is due.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task ReadAsync(ApiObjects objects, ObjectIdentity identity, string? version, TimeSpan untilNextTry)
    {
        if (!Open.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            return;
        }

        try
        {
            // Begun anew, a watch starts from what is there: the object is told once, which is one look more.
            for (var from = version; ; from = null)
            {
                await objects.WatchAsync(identity, from, () => _changes.Writer.TryWrite(true), _end.Token);
                await Task.Delay(untilNextTry, _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ApiException or ClusterUnreachedException)
        {
            // The wait has ended, or the server does not let us watch.
        }
        finally
        {
            Open.Release();
        }
    }
}
