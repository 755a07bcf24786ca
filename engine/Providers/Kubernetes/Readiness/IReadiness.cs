using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>When an object of a kind counts as ready. One is made for each wait: it may remember what it saw.</summary>
internal interface IReadiness
{
    /// <summary>How long to wait when nobody says.</summary>
    TimeSpan Timeout => TimeSpan.FromMinutes(10);

    /// <summary>Whether the object's own status tells, so that one look is enough.</summary>
    bool IsInStatus => false;

    Task<ReadyState> CheckAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation);

    /// <summary>What stands in the way, one line each.</summary>
    Task<IReadOnlyList<string>> ObstaclesAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
