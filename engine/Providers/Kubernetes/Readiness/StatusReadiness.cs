using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>An object whose own status tells whether it is ready.</summary>
/// <param name="judge">Reads the status.</param>
/// <param name="timeout">How long to wait when nobody says; null for the usual time.</param>
/// <param name="runsPods">Whether pods stand in the way when it is not.</param>
internal sealed class StatusReadiness(Func<PropertyMap, ReadyState> judge, TimeSpan? timeout = null, bool runsPods = false) : IReadiness
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    public TimeSpan Timeout => timeout ?? Usual;

    public bool IsInStatus => true;

    public Task<ReadyState> CheckAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation) =>
        Task.FromResult(judge(live));

    public async Task<IReadOnlyList<string>> ObstaclesAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation) =>
        runsPods ? await new PodObstacles(objects).OfAsync(live, cancellation) : [];
}
