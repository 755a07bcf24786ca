namespace Components.Workloads;

/// <summary>
/// How long a pod stays up after Kubernetes decided to end it. Behind a load balancer it must outlive its deregistration, or requests fail.
/// </summary>
internal static class LoadBalancerTimes
{
    /// <summary>For how long a load balancer keeps open connections to a target that leaves.</summary>
    public static readonly TimeSpan Deregistration = TimeSpan.FromSeconds(30);

    /// <summary>The pause before the process is told to end: deregistration, and the time until the controller has asked for it.</summary>
    public static readonly TimeSpan PauseBehindLoadBalancer = Deregistration + TimeSpan.FromSeconds(20);

    /// <summary>The pause for what is called inside the cluster: until all nodes have learned that the pod is gone.</summary>
    public static readonly TimeSpan PauseInCluster = TimeSpan.FromSeconds(5);
}
