namespace Infra;

/// <summary>An application in two forms: a monolith, plain and behind TLS in its own pod, and the same as microservices behind a
/// frontend.</summary>
public static class Workshop
{
    private const int NginxUser = 101;

    public static WebService Declare(StackSettings settings, ClusterTarget target)
    {
        var space = new AppNamespace("workshop", new()
        {
            Target = target,
            Protect = settings.Protect,
            Quota = new(Cpu: 8.Cores(), Memory: 4.GiB()),
        });

        var signing = new AppSecret("token-signing", new()
        {
            Namespace = space,
            Data = { ["secret"] = SecretValue.Generated(length: 32) },
        });
        var certificate = new GeneratedCertificate("tls-certs", new()
        {
            Namespace = space,
            Hosts = ["frontend.workshop.svc", "secure-monolith.workshop.svc"],
        });

        Monoliths(settings, space, signing, certificate);

        var hello = Microservice("hello");
        var auth = Microservice("auth");
        var frontend = new WebService("frontend", new()
        {
            Namespace = space,
            Image = "nginx",
            Release = settings.Releases["workshop/frontend"],
            Port = 443,
            ServicePort = 443,
            Cpu = 50.Millicores().UpTo(200.Millicores()),
            Memory = 32.MiB().UpTo(64.MiB()),
            Health = Health.Tcp(),
            RunAs = NginxUser,
            Writable = ["/var/cache/nginx", "/run", "/tmp"],
            Files =
            [
                Files.From(Config("nginx-frontend-conf", "frontend.conf"), at: "/etc/nginx/conf.d"),
                Files.From(certificate, at: "/etc/tls"),
            ],
            PreStop = Hook.Shell("nginx -s quit"),
            Expose = Expose.Internal(),
            Calls = [hello, auth],
        });

        Extras(settings, space);
        return frontend;

        WebService Microservice(string name) => new(name, new()
        {
            Namespace = space,
            Image = $"askcarter/{name}",
            Release = settings.Releases[$"workshop/{name}"],
            Port = 80,
            Cpu = 50.Millicores().UpTo(200.Millicores()),
            Memory = 10.MiB(),
            Arguments = ["-http=0.0.0.0:80", "-health=0.0.0.0:81", "-secret=$(TOKEN_SECRET)"],
            Env = { ["TOKEN_SECRET"] = signing["secret"] },
            Health = Health.Http(readiness: "/readiness", liveness: "/healthz", port: 81),
            RunAs = 1000,
        });

        AppConfig Config(string name, string file) => new(name, new() { Namespace = space, Data = { [file] = EmbeddedFile.Read(file) } });
    }

    private static void Monoliths(StackSettings settings, AppNamespace space, AppSecret signing, GeneratedCertificate certificate)
    {
        var health = Health.Http(readiness: "/readiness", liveness: "/healthz", port: 81);

        _ = new WebService("monolith", new()
        {
            Namespace = space,
            Image = "askcarter/monolith",
            Release = settings.Releases["workshop/monolith"],
            Port = 80,
            Cpu = 50.Millicores().UpTo(200.Millicores()),
            Memory = 10.MiB(),
            Arguments = ["-http=0.0.0.0:80", "-health=0.0.0.0:81", "-secret=$(TOKEN_SECRET)"],
            Env = { ["TOKEN_SECRET"] = signing["secret"] },
            Health = health,
            RunAs = 1000,
        });

        var proxy = new AppConfig("secure-monolith-conf", new()
        {
            Namespace = space,
            Data = { ["secure-monolith.conf"] = EmbeddedFile.Read("secure-monolith.conf") },
        });

        // Two containers that share the pod: nginx ends TLS in front, the monolith answers behind it on localhost.
        _ = new WebService("secure-monolith", new()
        {
            Namespace = space,
            Image = "nginx",
            Release = settings.Releases["workshop/secure-monolith"],
            Port = 443,
            ServicePort = 443,
            Cpu = 50.Millicores().UpTo(200.Millicores()),
            Memory = 32.MiB().UpTo(64.MiB()),
            Health = Health.Http(readiness: "/readiness", liveness: "/healthz", port: 81),
            RunAs = NginxUser,
            Writable = ["/var/cache/nginx", "/run", "/tmp"],
            Files = [Files.From(proxy, at: "/etc/nginx/conf.d"), Files.From(certificate, at: "/etc/tls")],
            PreStop = Hook.Shell("nginx -s quit"),
            Containers =
            [
                new("monolith")
                {
                    Image = "askcarter/monolith:1.0.0",
                    Cpu = 50.Millicores().UpTo(200.Millicores()),
                    Memory = 10.MiB(),
                    Arguments = ["-http=127.0.0.1:80", "-health=0.0.0.0:81", "-secret=$(TOKEN_SECRET)"],
                    Env = { ["TOKEN_SECRET"] = signing["secret"] },
                },
            ],
        });
    }

    // A disk, an agent of every node, a task each night and one at each release: what the workshop shows besides.
    private static void Extras(StackSettings settings, AppNamespace space)
    {
        var store = new StatefulService("store", new()
        {
            Namespace = space,
            Image = "redis",
            Release = settings.Releases["workshop/store"],
            Port = 6379,
            Cpu = 100.Millicores().UpTo(500.Millicores()),
            Memory = 64.MiB().UpTo(128.MiB()),
            Arguments = ["--appendonly", "yes", "--dir", "/data"],
            Health = Health.Exec("redis-cli", "ping"),
            RunAs = 999,
            Disks = [new("data", 1.GiB(), At: "/data")],
        });

        var exports = new VolumeClaim("exports", new() { Namespace = space, Size = 1.GiB() });
        _ = new ScheduledTask("export", new()
        {
            Namespace = space,
            Image = "redis:7.4.1",
            Schedule = Schedule.Daily(new(2, 30)) with { TimeZone = "Europe/Berlin" },
            Cpu = 50.Millicores(),
            Memory = 32.MiB(),
            Command = ["sh", "-c", "redis-cli -h store --rdb /exports/$(date +%F).rdb"],
            RunAs = 999,
            Volumes = [exports.At("/exports")],
            Calls = [store],
        });

        _ = new OneOffTask("seed", new()
        {
            Namespace = space,
            Image = "redis:7.4.1",
            Cpu = 50.Millicores(),
            Memory = 16.MiB(),
            Command = ["sh", "-c", "redis-cli -h store set greeting hello"],
            RunAs = 999,
            Calls = [store],
        });
    }
}
