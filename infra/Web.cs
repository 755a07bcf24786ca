namespace Infra;

/// <summary>nginx with settings and credentials, and a pod that uses the credentials once.</summary>
public static class Web
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        var web = new AppNamespace("web", new()
        {
            Target = target,
            Team = settings.Teams.GetValueOrDefault("web"),
            Protect = settings.Protect,
        });

        var database = new AppConfig("nginx-settings", new()
        {
            Namespace = web,
            Data =
            {
                ["database"] = "mongodb",
                ["database_uri"] = "mongodb://localhost:27017",
            },
        });

        var credentials = new AppSecret("nginx-credentials", new()
        {
            Namespace = web,
            Data =
            {
                ["username"] = settings.Secrets.OrGenerated("nginx-username", length: 12),
                ["password"] = settings.Secrets.OrGenerated("nginx-password", length: 32, symbols: true),
            },
        });

        _ = new WebService("nginx", new()
        {
            Namespace = web,
            Image = "nginx",
            Release = settings.Releases["web/nginx"],
            Port = 80,
            Cpu = 100.Millicores().UpTo(500.Millicores()),
            Memory = 64.MiB().UpTo(128.MiB()),
            Health = Health.Http(readiness: "/", liveness: "/"),
            RunAs = 101,                                            // the image's user `nginx`; the image starts as root
            Writable = ["/var/cache/nginx", "/run", "/tmp"],
            Env =
            {
                ["DATABASE"] = database["database"],
                ["DATABASE_URI"] = database["database_uri"],
                ["APP_USERNAME"] = credentials["username"],
                ["APP_PASSWORD"] = credentials["password"],
            },
        });

        _ = new OneOffPod("credentials-check", new()
        {
            Namespace = web,
            Image = "busybox:1.37.0",
            Command = ["sh", "-c", "test -n \"$APP_USERNAME\" && test -n \"$APP_PASSWORD\" && echo credentials are there"],
            Cpu = 50.Millicores(),
            Memory = 16.MiB(),
            RunAs = 65534,
            Env =
            {
                ["APP_USERNAME"] = credentials["username"],
                ["APP_PASSWORD"] = credentials["password"],
            },
        });
    }
}
