namespace Pulumi;

/// <summary>Runs programs against an engine, or tests them against mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> s_current = new();

    private readonly DeploymentInstance _instance;
    private readonly IEngine _engine;

    internal Deployment(StackSettings settings, IMonitor monitor, IEngine engine)
    {
        (Settings, Monitor, _engine) = (settings, monitor, engine);
        (Runner, Logger, Features) = (new(), new(engine), new(monitor));
        (Packages, Callbacks) = (new(Features, monitor), new());
        _instance = new(this);
    }

    /// <summary>The running deployment.</summary>
    /// <exception cref="InvalidOperationException">None is running.</exception>
    public static DeploymentInstance Instance => Required._instance;

    internal static Deployment? Current => s_current.Value;

    internal static Deployment Required =>
        s_current.Value
        ?? throw new InvalidOperationException(
            "No deployment is running. Create resources inside the function given to Deployment.RunAsync, or in tests to "
                + "Deployment.TestAsync."
        );

    internal StackSettings Settings { get; }

    internal TaskRunner Runner { get; }

    internal EngineLogger Logger { get; }

    /// <summary>The parent of resources that have no other; null while it is made itself.</summary>
    internal Stack? Stack { get; set; }

    /// <summary>Makes this the deployment of the calling asynchronous flow.</summary>
    internal void MakeCurrent() => s_current.Value = this;
}
