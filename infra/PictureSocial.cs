namespace Infra;

/// <summary>A platform for pictures: a service for each kind of thing, `pictures` for clients in the network, the others inside the cluster.</summary>
public static class PictureSocial
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        var space = new AppNamespace("picturesocial", new() { Target = target, Team = settings.Teams.GetValueOrDefault("pictures"), Protect = settings.Protect });

        WebService Api(string name, Expose? expose = null, params ICallee[] calls) => new($"picturesocial-{name}", new()
        {
            Namespace = space,
            Image = settings.Registry.Image($"picturesocial/{name}"),
            Release = settings.Releases[$"picturesocial/{name}"],
            Port = 80,
            Cpu = 250.Millicores().UpTo(500.Millicores()),
            Memory = 256.MiB().UpTo(512.MiB()),
            Health = Health.Http(readiness: "/readyz", liveness: "/healthz"),
            RunAs = 1000,
            Expose = expose ?? Expose.Cluster(),
            Calls = calls,
        });

        var profiles = Api("profiles");
        var locations = Api("locations");
        var likes = Api("likes", calls: profiles);
        _ = Api("pictures", Expose.Internal(), likes, locations, profiles);
    }
}
