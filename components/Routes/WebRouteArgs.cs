using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Routes;

/// <summary>What a <see cref="WebRoute"/> is made of.</summary>
public sealed class WebRouteArgs
{
    /// <summary>Where it is, with the services that it names.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The host, such as <c>dashboard.example.com</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The services by path, each exposed by <c>Expose.Route()</c>: <c>["/api"] = api</c>. The longest path wins.</summary>
    public IDictionary<string, WebService> Paths { get; init; } = new Dictionary<string, WebService>();

    /// <summary>How TLS is ended. HTTP is redirected then.</summary>
    public required RouteTls Tls { get; init; }

    /// <summary>Why the route is on the internet; none keeps it in the network.</summary>
    public string? PublicBecause
    {
        get;
        init =>
            field = value is null
                ? null
                : Reasons.Check(
                    value,
                    "a route on the internet",
                    "Say in a sentence who needs it from there; it is shown to who reviews the Ingress."
                );
    }
}
