using Engine.State;
using Engine.Values;

namespace Engine.Effects;

/// <summary>All Kubernetes objects of a stack at one time.</summary>
internal sealed class ObjectSet
{
    private static readonly string[] s_withPods = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"];

    private readonly ILookup<(string Kind, string Namespace), ClusterObject> _objects;

    public ObjectSet(IEnumerable<ResourceState> resources)
    {
        All = [.. resources.Select(ClusterObject.Of).OfType<ClusterObject>()];
        _objects = All.ToLookup(o => (o.Kind, o.Namespace));
    }

    public IReadOnlyList<ClusterObject> All { get; }

    public IEnumerable<ClusterObject> OfKind(string kind, string inNamespace) => _objects[(kind, inNamespace)];

    public ClusterObject? Find(string kind, string inNamespace, string name) =>
        _objects[(kind, inNamespace)].FirstOrDefault(o => o.Name == name);

    public ClusterObject? Find(Urn urn) => All.FirstOrDefault(o => o.State.Urn == urn);

    /// <summary>Everything that runs pods.</summary>
    public IEnumerable<ClusterObject> Workloads => All.Where(o => s_withPods.Contains(o.Kind));

    /// <summary>What runs pods with all these labels.</summary>
    public IEnumerable<ClusterObject> Selected(string inNamespace, IReadOnlyDictionary<string, string> selector) =>
        s_withPods.SelectMany(kind => _objects[(kind, inNamespace)]).Where(o => o.IsSelectedBy(selector));

    /// <summary>The Services that send requests to the pods of a workload.</summary>
    public IEnumerable<ClusterObject> ServicesOf(ClusterObject workload) =>
        _objects[("Service", workload.Namespace)].Where(service => workload.IsSelectedBy(service.Inputs.TextsAt("spec", "selector")));

    /// <summary>The autoscaler of a workload; null when it has none.</summary>
    public ClusterObject? AutoscalerOf(ClusterObject workload) =>
        _objects[("HorizontalPodAutoscaler", workload.Namespace)]
            .FirstOrDefault(scaler =>
                scaler.Inputs.TextAt("spec", "scaleTargetRef", "kind") == workload.Kind
                && scaler.Inputs.TextAt("spec", "scaleTargetRef", "name") == workload.Name
            );
}
