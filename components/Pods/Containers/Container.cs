using Components.Values;

namespace Components.Pods;

/// <summary>A container before or beside the workload's own. Its image is pinned: releases are of workloads.</summary>
public sealed class Container : ContainerSettings
{
    /// <summary>A container.</summary>
    /// <param name="name">The name, unique in the pod.</param>
    public Container(string name) => Name = DnsLabel.Parse(name, "container").Value;

    /// <summary>The name, unique in the pod.</summary>
    public string Name { get; }

    /// <summary>The port on which its health is asked, unless a probe names another; it shares localhost with the others.</summary>
    public Port? Port { get; init; }

    /// <summary>How Kubernetes knows that it is ready and alive.</summary>
    public Health? Health { get; init; }
}
