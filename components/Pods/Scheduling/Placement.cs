namespace Components.Pods;

/// <summary>On which nodes pods run.</summary>
public sealed record Placement
{
    /// <summary>Labels that the node must have.</summary>
    public IReadOnlyDictionary<string, string> Nodes { get; init; } = new Dictionary<string, string>();

    /// <summary>Taints that the pods put up with.</summary>
    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    /// <summary>Whether a pod rather waits than runs in a zone that has more of them than another.</summary>
    /// <value>Default: false; pods are spread as far as there is room.</value>
    public bool ZonesRequired { get; init; }

    /// <summary>Workloads of the namespace near which, on the same node, the pods rather run.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Workloads of the namespace with which the pods never share a node.</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];

    /// <summary>The priority class, which says whose pods go first where there is too little room.</summary>
    public string? PriorityClass { get; init; }
}
