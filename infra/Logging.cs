using Components.Policies;
namespace Infra;

/// <summary>A collector of logs on every node.</summary>
public static class Logging
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        const string Why = "the collector reads the log files of all pods, which are on the node and belong to root";
        var space = new AppNamespace("logging", new()
        {
            Target = target,
            Protect = settings.Protect,
            PodSecurity = PodSecurity.Privileged(Why),
        });

        _ = new NodeAgent("log-collector", new()
        {
            Namespace = space,
            Image = "fluent/fluent-bit",
            Release = settings.Releases["logging/log-collector"],
            Cpu = 50.Millicores(),
            Memory = 64.MiB().UpTo(128.MiB()),
            Arguments = ["-i", "tail", "-p", "path=/var/log/pods/*/*/*.log", "-o", "stdout"],
            OptOuts = [OptOut.RootUser(Why), OptOut.HostPaths(Why)],
            Volumes = [Volume.Host("pod-logs", "/var/log/pods").ReadOnlyAt("/var/log/pods")],
        }).Waive("SEC001", because: Why, until: "2027-11-30");
    }
}
