using System.Runtime.CompilerServices;
using Engine.Contract;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Chooses where objects go from the provider's arguments.</summary>
/// <param name="connect">Opens the way to a cluster.</param>
/// <param name="pace">How waits look at the cluster.</param>
internal sealed class TargetFactory(Func<ClusterAddress, ClusterConnection> connect, WaitPace pace)
{
    // A run is known by its host.
    private readonly ConditionalWeakTable<IProviderHost, RunNotes> _runs = [];

    public TargetFactory()
        : this(ClusterConnection.Through, WaitPace.Usual) { }

    public IObjectTarget Create(PropertyMap arguments, IProviderHost host)
    {
        var settings = ProviderSettings.Of(arguments);
        if (host.IsDetached)
        {
            return new PlannedTarget(settings.Namespace ?? Kubeconfigs.Namespace(arguments) ?? "default");
        }

        if (settings.RenderFolder is not { } folder)
        {
            var address = ClusterAddress.Of(arguments, host.ProgramDirectory);
            return new ApiServerTarget(
                connect(address),
                settings,
                settings.Namespace ?? Kubeconfigs.Namespace(arguments) ?? "default",
                host,
                new ReadinessWait(host, pace)
            );
        }

        var notes = _runs.GetOrCreateValue(host);
        var path = Path.GetFullPath(folder, host.ProgramDirectory);
        return new YamlFolder(path, settings.Namespace ?? "default", notes.Files, () => notes.SayOnce(host, path));
    }

    private sealed class RunNotes
    {
        private int _said;

        public RunFiles Files { get; } = new();

        public void SayOnce(IProviderHost host, string folder)
        {
            if (Interlocked.Exchange(ref _said, 1) == 0)
            {
                host.Log(
                    Severity.Info,
                    $"{ShownPath.From(Environment.CurrentDirectory, folder)} holds Secrets in clear, readable by you alone; keep "
                        + $"it out of version control"
                );
            }
        }
    }
}
