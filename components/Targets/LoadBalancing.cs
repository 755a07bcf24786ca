namespace Components.Targets;

/// <summary>What makes load balancers for a cluster. The classes of Services and Ingresses differ, and a Service's cannot change
/// later.</summary>
/// <param name="ServiceClass">The class of load balancers for Services.</param>
/// <param name="IngressController">The controller of Ingresses of class <c>alb</c>.</param>
/// <param name="ReadinessGateLabel">The label of namespaces whose pods wait for their load balancer before they count as ready.</param>
public sealed record LoadBalancing(string ServiceClass, string IngressController, string ReadinessGateLabel)
{
    /// <summary>The class of Ingresses that an AWS application load balancer serves.</summary>
    public const string Alb = "alb";

    /// <summary>EKS Auto Mode's own.</summary>
    public static LoadBalancing AutoMode { get; } =
        new("eks.amazonaws.com/nlb", "eks.amazonaws.com/alb", "eks.amazonaws.com/pod-readiness-gate-inject");

    /// <summary>The AWS Load Balancer Controller.</summary>
    public static LoadBalancing Controller { get; } =
        new("service.k8s.aws/nlb", "ingress.k8s.aws/alb", "elbv2.k8s.aws/pod-readiness-gate-inject");

    /// <summary>The class of Ingresses.</summary>
    /// <value>Default: <c>alb</c>.</value>
    public string IngressClass { get; init; } = Alb;

    /// <summary>The words of the settings.</summary>
    internal static IReadOnlyDictionary<string, LoadBalancing> Words { get; } =
        new Dictionary<string, LoadBalancing> { ["autoMode"] = AutoMode, ["controller"] = Controller };
}
