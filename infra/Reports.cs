namespace Infra;

/// <summary>Pods of several containers: one makes reports, a helper in the same pod publishes them from the volume that they
/// share.</summary>
public static class Reports
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        var space = new AppNamespace("helpers", new() { Target = target, Protect = settings.Protect });
        var pages = Volume.EmptyDir("pages", limit: 64.MiB());

        _ = new WebService("reports", new()
        {
            Namespace = space,
            Image = "nginxinc/nginx-unprivileged",
            Release = settings.Releases["helpers/reports"],
            Port = 8080,
            Cpu = 50.Millicores().UpTo(200.Millicores()),
            Memory = 32.MiB().UpTo(64.MiB()),
            Health = Health.Http(readiness: "/index.html"),
            RunAs = 101,
            Writable = ["/tmp"],
            Volumes = [pages.ReadOnlyAt("/usr/share/nginx/html")],
            InitContainers =
            [
                new("first-page")
                {
                    Image = "busybox:1.37.0",
                    Cpu = 20.Millicores(),
                    Memory = 16.MiB(),
                    Command = ["sh", "-c", "echo 'no report yet' > /pages/index.html"],
                    Volumes = [pages.At("/pages")],
                },
            ],
            Sidecars =
            [
                new("writer")
                {
                    Image = "busybox:1.37.0",
                    Cpu = 20.Millicores(),
                    Memory = 16.MiB(),
                    Command = ["sh", "-c", "while true; do date > /pages/index.html; sleep 60; done"],
                    Volumes = [pages.At("/pages")],
                },
            ],
        });
    }
}
