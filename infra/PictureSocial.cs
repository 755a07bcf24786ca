namespace Infra;

/// <summary>A platform for pictures: a service for each kind of thing, `pictures` for clients in the network, the others inside the
/// cluster.</summary>
public static class PictureSocial
{
    public static void Declare(StackSettings settings, ClusterTarget target)
    {
        var space = new AppNamespace("picturesocial", new()
        {
            Target = target,
            Team = settings.Teams.GetValueOrDefault("pictures"),
            Protect = settings.Protect,
        });

        // Where the stack has an AWS account. On a workstation the pictures are nowhere.
        var album = settings.Account is null ? null : new PrivateBucket("picturesocial-album", new() { Protect = settings.Protect });

        var profiles = Api("profiles");
        var locations = Api("locations");
        var likes = Api("likes", calls: profiles);
        _ = Api("pictures", Expose.Internal(), album, likes, locations, profiles);

        WebService Api(string name, Expose? expose = null, PrivateBucket? bucket = null, params ICallee[] calls) =>
            new($"picturesocial-{name}", new()
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
                Uses = bucket is null ? [] : [bucket.ReadWrite()],
                Env = bucket is null ? new Dictionary<string, EnvValue>() : new() { ["BUCKET"] = bucket.Name },
            });
    }
}
