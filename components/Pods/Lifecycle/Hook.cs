using System.Globalization;
using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>What happens in a container right after its start, or right before its end.</summary>
public sealed record Hook
{
    private readonly Func<TimeSpan, LifecycleHandlerArgs> _render;

    private Hook(Func<TimeSpan, LifecycleHandlerArgs> render) => _render = render;

    /// <summary>A line for the container's shell. Before the end it runs after the pause in which traffic goes elsewhere.</summary>
    public static Hook Shell(string line) =>
        new(pause => Exec(["sh", "-c", pause > TimeSpan.Zero ? $"sleep {Seconds(pause)}; {line}" : line]));

    /// <summary>A command without a shell. Before the end it replaces the pause: it must itself wait until traffic goes
    /// elsewhere.</summary>
    public static Hook Command(params string[] command) => new(_ => Exec(command));

    /// <summary>An HTTP GET to the container. Before the end it replaces the pause.</summary>
    public static Hook Http(string path, Port port) =>
        new(_ => new LifecycleHandlerArgs
        {
            HttpGet = new HTTPGetActionArgs { Path = path, Port = port.Number },
        });

    internal static LifecycleHandlerArgs Pause(TimeSpan pause) =>
        new() { Sleep = new SleepActionArgs { Seconds = (int)pause.TotalSeconds } };

    internal LifecycleHandlerArgs Render(TimeSpan pause) => _render(pause);

    private static LifecycleHandlerArgs Exec(string[] command) => new() { Exec = new ExecActionArgs { Command = command } };

    private static string Seconds(TimeSpan pause) => ((int)pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
