using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>The way to one API server, opened when first needed. What fails is tried again by the next one who needs it, a few
/// times.</summary>
/// <param name="address">The cluster.</param>
/// <param name="connect">Opens the way.</param>
internal sealed class ClusterConnection(ClusterAddress address, Func<CancellationToken, Task<HttpMessageHandler>> connect)
    : IAsyncDisposable
{
    /// <value>For the first answer, in a preview.</value>
    public static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(5);

    /// <value>For the first answer, when something is to be done.</value>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // With each patience, so that a preview of many objects does not spend it on each.
    private const int Tries = 3;

    private readonly SemaphoreSlim _gate = new(1);
    private ApiClient? _client;
    private ApiObjects? _objects;
    private FailedTry? _failed;

    public ClusterAddress Address => address;

    public static ClusterConnection Through(ClusterAddress address) =>
        new(address, cancellation => ClusterHandler.OpenAsync(address, cancellation));

    /// <param name="patience">How long to wait for the first answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ClusterUnreachedException">There is none, or the credentials are not taken. Those who waited while that was found
    /// out are told the same.</exception>
    public async Task<ApiObjects> OpenAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var seen = Volatile.Read(ref _failed);
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_objects is null && _failed is { } failed && failed.Counts(patience, isNew: !ReferenceEquals(failed, seen)))
            {
                throw failed.Reason;
            }

            return _objects ??= await FirstAnswerAsync(patience, cancellation);
        }
        catch (ClusterUnreachedException e) when (!ReferenceEquals(e, _failed?.Reason))
        {
            _failed = new FailedTry(e, patience, _failed is { } before && before.Patience >= patience ? before.Count + 1 : 1);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ApiObjects> FirstAnswerAsync(TimeSpan patience, CancellationToken cancellation)
    {
        // What an earlier try left may hold credentials that are no longer right.
        _client?.Dispose();
        _client = null;
        _client = new ApiClient(await connect(cancellation));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            // Whoever may do anything may ask for the core group's kinds. A wrong address is told at once.
            var kinds = await _client.SendAsync(new ApiRequest(HttpMethod.Get, "/api/v1") { IsRepeatable = false }, limit.Token);
            return kinds.Items("resources").Any()
                ? new ApiObjects(_client)
                : throw new ClusterUnreachedException("what answers is no Kubernetes API server");
        }
        catch (ApiException e)
        {
            throw new ClusterUnreachedException($"the API server refuses to say what it serves: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterUnreachedException(
                $"no answer within {patience.TotalSeconds} seconds: check that the cluster runs, and the network (VPN, allowed addresses)",
                e
            );
        }
    }

    private sealed record FailedTry(ClusterUnreachedException Reason, TimeSpan Patience, int Count)
    {
        /// <summary>Whether it also answers one who asks now.</summary>
        public bool Counts(TimeSpan patience, bool isNew) => Reason.IsLasting || (patience <= Patience && (isNew || Count >= Tries));
    }
}
