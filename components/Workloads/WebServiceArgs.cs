using Components.Pods;
using Components.Values;

namespace Components.Workloads;

/// <summary>What a <see cref="WebService"/> is made of.</summary>
public sealed class WebServiceArgs : WorkloadArgs
{
    /// <summary>The port that the container serves on.</summary>
    public required Port Port { get; init; }

    /// <summary>How Kubernetes knows that it can serve.</summary>
    public required Health Health { get; init; }

    /// <summary>The port that callers use.</summary>
    /// <value>Default: 80.</value>
    public Port ServicePort { get; init; } = 80;

    /// <summary>Further ports that the container serves on, by name: <c>["grpc"] = 9090</c>. Callers use the same number, and
    /// <c>service.At("grpc")</c>.</summary>
    public IDictionary<string, Port> MorePorts { get; init; } = new Dictionary<string, Port>();

    /// <summary>From where it can be reached.</summary>
    /// <value>Default: from inside the cluster.</value>
    public Expose Expose { get; init; } = Expose.Cluster();
}
