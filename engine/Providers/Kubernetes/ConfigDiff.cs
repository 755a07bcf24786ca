using Engine.Contract;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Whether changed arguments mean another place for the objects: then the provider, and all that it made, are replaced.</summary>
internal static class ConfigDiff
{
    public static DiffResult Of(PropertyMap old, PropertyMap news)
    {
        var changed = old
            .Keys.Union(news.Keys)
            .Where(key => old.Get(key)?.PlainDeep() != news.Get(key)?.PlainDeep())
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (changed.Length == 0)
        {
            return DiffResult.None;
        }

        var replaces = changed.Where(key => key is "renderYamlToDirectory" or "clusterIdentifier").ToList();
        var sameByName = news.ContainsKey("clusterIdentifier") && !changed.Contains("clusterIdentifier");
        if (!sameByName && changed.Any(key => key is "kubeconfig" or "context" or "cluster") && LeadsElsewhere(old, news))
        {
            replaces.Add("kubeconfig");
        }

        return new DiffResult
        {
            Changes = DiffChanges.Some,
            Diffs = changed,
            Replaces = replaces,
        };
    }

    private static bool LeadsElsewhere(PropertyMap old, PropertyMap news) =>
        old.ContainsUnknown() || news.ContainsUnknown() || Kubeconfigs.ActiveCluster(old) != Kubeconfigs.ActiveCluster(news);
}
