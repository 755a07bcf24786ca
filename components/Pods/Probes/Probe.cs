using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>A question that the kubelet asks of a container, over and over.</summary>
public sealed record Probe
{
    // Of a probe that is refused for want of a port (WorkloadSetup): nothing that has it is made.
    private static readonly Port s_refused = 8080;
    private readonly Func<Port, ProbeArgs> _action;

    private Probe(Func<Port, ProbeArgs> action, Port? port, string? path) => (_action, Port, Path) = (action, port, path);

    /// <summary>The port, where it is not the container's own.</summary>
    public Port? Port { get; }

    /// <summary>Whether it asks on the container's own port, so that the container must have one.</summary>
    internal bool NeedsOwnPort => UsesPort && Port is null;

    /// <summary>The path, for HTTP.</summary>
    public string? Path { get; }

    /// <summary>The time between two questions.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may take.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many wrong answers in a row count.</summary>
    /// <value>Default: 3.</value>
    public int Failures { get; init; } = 3;

    /// <summary>An HTTP GET that must answer 200 to 399.</summary>
    public static Probe Http(string path, Port? port = null)
    {
        var checkedPath = path is ['/', ..]
            ? path
            : ProblemCollection.Refuse($"probe path '{path}' is no path. It begins with '/', such as /healthz.", "/");
        return new(
            at => new ProbeArgs
            {
                HttpGet = new HTTPGetActionArgs { Path = checkedPath, Port = at.Number },
            },
            port,
            checkedPath
        );
    }

    /// <summary>A TCP connection that must open.</summary>
    public static Probe Tcp(Port? port = null) =>
        new(at => new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = at.Number } }, port, null);

    /// <summary>A call of the gRPC health service.</summary>
    public static Probe Grpc(Port? port = null, string? service = null) =>
        new(
            at => new ProbeArgs
            {
                Grpc = new GRPCActionArgs { Port = at.Number, Service = service! },
            },
            port,
            null
        );

    /// <summary>A command in the container that must exit with 0.</summary>
    public static Probe Exec(params string[] command) =>
        new(_ => new ProbeArgs { Exec = new ExecActionArgs { Command = command } }, null, null) { UsesPort = false };

    private bool UsesPort { get; init; } = true;

    /// <param name="own">The container's own port; null for a container that has none.</param>
    internal ProbeArgs Render(Port? own)
    {
        var probe = _action(Port ?? own ?? s_refused);
        probe.PeriodSeconds = (int)Period.TotalSeconds;
        probe.TimeoutSeconds = (int)Timeout.TotalSeconds;
        probe.FailureThreshold = Failures;
        return probe;
    }
}
