using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>The kinds that the API server serves, asked for a group and version at a time when first needed.</summary>
internal sealed class ApiKinds(ApiClient api)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, ApiKind>>>> _versions = new(StringComparer.Ordinal);

    /// <summary>Null when the server does not know the kind: its CustomResourceDefinition may still be under way.</summary>
    public async Task<ApiKind?> FindAsync(ObjectKind kind, CancellationToken cancellation)
    {
        if ((await VersionAsync(kind.ApiVersion, cancellation)).TryGetValue(kind.Kind, out var known))
        {
            return known;
        }

        // Nothing is kept of a kind that is not there: the next one who asks may find it.
        _versions.TryRemove(kind.ApiVersion, out _);
        return null;
    }

    private Task<IReadOnlyDictionary<string, ApiKind>> VersionAsync(string version, CancellationToken cancellation)
    {
        var entry = _versions.GetOrAdd(version, key => new(() => LoadAsync(key, cancellation)));
        if (entry.Value.IsFaulted || entry.Value.IsCanceled)
        {
            _versions.TryRemove(KeyValuePair.Create(version, entry));
        }

        return entry.Value;
    }

    private async Task<IReadOnlyDictionary<string, ApiKind>> LoadAsync(string version, CancellationToken cancellation)
    {
        try
        {
            var path = version.Contains('/', StringComparison.Ordinal) ? $"/apis/{version}" : $"/api/{version}";
            var list = await api.SendAsync(new ApiRequest(HttpMethod.Get, path), cancellation);
            return list.Items("resources")
                .Where(item => item.Text("name")?.Contains('/', StringComparison.Ordinal) == false)
                .Select(item => new ApiKind(new ObjectKind(version, item.Text("kind")!), item.Text("name")!, item.Flag("namespaced")))
                .DistinctBy(item => item.Kind.Kind)
                .ToDictionary(item => item.Kind.Kind, StringComparer.Ordinal);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return new Dictionary<string, ApiKind>();
        }
    }
}
