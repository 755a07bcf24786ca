using Components.Values;

namespace Components.Pods;

/// <summary>
/// How Kubernetes knows that a container is ready for traffic, and that it must be restarted. Where there is a liveness probe and no
/// startup
/// probe, the same question is asked for up to a minute at the start, so that a slow start is not taken for a hang.
/// </summary>
public sealed record Health
{
    private static readonly TimeSpan s_startupPeriod = TimeSpan.FromSeconds(2);
    private readonly Probe? _startup;

    /// <summary>Asked always: traffic comes only while it is answered.</summary>
    public Probe? Readiness { get; init; }

    /// <summary>Asked always: the container is restarted when it is not answered.</summary>
    public Probe? Liveness { get; init; }

    /// <summary>Asked at the start, before the others.</summary>
    public Probe? Startup
    {
        get => _startup ?? (Liveness is null ? null : Liveness with { Period = s_startupPeriod, Failures = 30 });
        init => _startup = value;
    }

    /// <summary>Health over HTTP.</summary>
    /// <param name="readiness">The path that answers when the container can serve.</param>
    /// <param name="liveness">The path that answers while the container is not stuck; none if it stops by itself then.</param>
    /// <param name="port">The port, where it is not the one that serves.</param>
    public static Health Http(string readiness, string? liveness = null, Port? port = null) =>
        new() { Readiness = Probe.Http(readiness, port), Liveness = liveness is null ? null : Probe.Http(liveness, port) };

    /// <summary>Health by opening the port.</summary>
    public static Health Tcp(Port? port = null) => new() { Readiness = Probe.Tcp(port) };

    /// <summary>Health by the gRPC health service.</summary>
    public static Health Grpc(Port? port = null, string? service = null) =>
        new() { Readiness = Probe.Grpc(port, service), Liveness = Probe.Grpc(port, service) };

    /// <summary>Health by a command in the container.</summary>
    public static Health Exec(params string[] command) => new() { Readiness = Probe.Exec(command), Liveness = Probe.Exec(command) };

    /// <summary>Whether a probe asks on the container's own port, so that the container must have one.</summary>
    internal bool NeedsOwnPort => new[] { Readiness, Liveness, Startup }.Any(probe => probe is { NeedsOwnPort: true });

    internal IEnumerable<Port> Ports =>
        new[] { Readiness?.Port, Liveness?.Port, Startup?.Port }.Where(port => port is not null).Select(port => port!.Value).Distinct();
}
