namespace Components.Rollouts;

/// <summary>How traffic can be split between two versions of a workload.</summary>
internal enum TrafficSplit
{
    /// <summary>One Service over all pods: a version's share is its share of the pods.</summary>
    ReplicaShare,

    /// <summary>The same, behind a load balancer of its own, whose targets follow the Service's selector with an outage.</summary>
    ReplicaShareBehindLoadBalancer,

    /// <summary>The same, behind Ingresses of a controller that does not split by weight.</summary>
    ReplicaShareBehindIngress,

    /// <summary>A Service per version, and a route that splits at any weight.</summary>
    Weights,
}
