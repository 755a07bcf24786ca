namespace Infra;

/// <summary>A dashboard and its API under one host: an Ingress with TLS. Its traffic moves to another version in steps, by the stack's
/// release.</summary>
public static class Dashboard
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        // Without a domain there is nothing to have a host under: such a stack has no dashboard.
        if (target.Domain is not { } domain)
        {
            return;
        }

        var space = new AppNamespace("dashboard", new() { Target = target, Protect = settings.Protect });

        var api = new WebService("api", new()
        {
            Namespace = space,
            Image = settings.Registry.Image("dashboard/api"),
            Release = settings.Releases["dashboard/api"],
            Port = 8080,
            Cpu = 100.Millicores().UpTo(500.Millicores()),
            Memory = 128.MiB().UpTo(256.MiB()),
            Health = Health.Http(readiness: "/readyz", liveness: "/healthz"),
            RunAs = 1000,
            Expose = Expose.Route(),
        });

        var dashboard = new WebService("dashboard", new()
        {
            Namespace = space,
            Image = settings.Registry.Image("dashboard/web"),
            Release = settings.Releases["dashboard/dashboard"],
            Port = 8080,
            Cpu = 100.Millicores().UpTo(500.Millicores()),
            Memory = 128.MiB().UpTo(256.MiB()),
            Health = Health.Http(readiness: "/readyz", liveness: "/healthz"),
            RunAs = 1000,
            Expose = Expose.Route(),
            Calls = [api],
        });

        _ = new WebRoute("dashboard", new()
        {
            Namespace = space,
            Host = $"dashboard.{domain.Name}",
            Tls = RouteTls.Acm(domain.Certificate),
            Paths = { ["/"] = dashboard, ["/api"] = api },
        });
    }
}
