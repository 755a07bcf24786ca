using Components.Values;

namespace Components.Workloads;

/// <summary>Reachable through a port of every node.</summary>
public sealed record NodePortExposure : Expose
{
    internal NodePortExposure(Port? port) =>
        Port = port is null or { Number: >= 30000 and <= 32767 }
            ? port
            : ProblemCollection.Refuse(
                $"port {port} cannot be one of every node. Allowed: 30000 to 32767, or none for one that is free.",
                (Port?)null
            );

    /// <summary>The port; one that is free where null.</summary>
    public Port? Port { get; }
}
