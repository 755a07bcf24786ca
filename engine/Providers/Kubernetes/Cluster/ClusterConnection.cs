using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>The way to one API server, opened when first needed and at most once.</summary>
internal sealed class ClusterConnection(
    ClusterAddress address,
    Func<CancellationToken, Task<HttpMessageHandler>> connect,
    Func<ValueTask> disconnect
) : IAsyncDisposable
{
    /// <value>For the first answer, in a preview.</value>
    public static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(5);

    /// <value>For the first answer, when something is to be done.</value>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private ApiClient? _client;
    private ApiObjects? _objects;
    private ClusterUnreachedException? _failure;

    public ClusterAddress Address => address;

    public static ClusterConnection Through(ClusterAddress address)
    {
        KubectlProxy? proxy = null;
        return new ClusterConnection(
            address,
            async cancellation => (proxy = await KubectlProxy.StartAsync(address, cancellation)).Handler(),
            () => proxy?.DisposeAsync() ?? ValueTask.CompletedTask
        );
    }

    /// <param name="patience">How long to wait for the first answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ClusterUnreachedException">There is none, or the credentials are not taken. Asked again, it says the same at
    /// once.</exception>
    public async Task<ApiObjects> OpenAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            return _objects ??= _failure is null ? await FirstAnswerAsync(patience, cancellation) : throw _failure;
        }
        catch (ClusterUnreachedException e)
        {
            _failure = e;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await disconnect();
        _gate.Dispose();
    }

    private async Task<ApiObjects> FirstAnswerAsync(TimeSpan patience, CancellationToken cancellation)
    {
        _client ??= new ApiClient(await connect(cancellation));
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
}
