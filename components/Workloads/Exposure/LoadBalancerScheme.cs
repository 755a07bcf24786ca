namespace Components.Workloads;

/// <summary>Where a load balancer has its addresses.</summary>
public enum LoadBalancerScheme
{
    /// <summary>In the network's private subnets.</summary>
    Internal,

    /// <summary>On the internet.</summary>
    InternetFacing,
}
