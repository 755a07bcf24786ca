using System.Runtime.CompilerServices;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Networking.V1;

namespace Components.Routes;

/// <summary>Routes by host and path to services, over TLS: an Ingress, which an application load balancer serves.</summary>
public sealed class WebRoute : ComponentResource
{
    /// <summary>Declares a route.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public WebRoute(
        string name,
        WebRouteArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:routes:WebRoute",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var place = Place.Source(file, line);
        Check(name, args, place);
        DeclaredPlace.Tell(this, place);
        Host = args.Host;

        // Weights move only when what they move to is ready.
        var deployments = args.Paths.Values.SelectMany(service => service.Deployments).Distinct<Resource>();
        Ingress = new Ingress(
            GetResourceName(),
            IngressTemplate.Render(DnsLabel.Parse(name, "route").Value, args, args.Namespace.Target.LoadBalancing),
            new CustomResourceOptions { Parent = this, DependsOn = [.. deployments] }
        );
        args.Namespace.Target.Services.Answers(GetResourceName(), Url);
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }

    /// <summary>The host.</summary>
    public string Host { get; }

    /// <summary>Where it answers.</summary>
    public string Url => $"https://{Host}";

    /// <summary>The Ingress.</summary>
    public Ingress Ingress { get; }

    private static void Check(string name, WebRouteArgs args, Place place)
    {
        var route = $"{args.Namespace.Label}/{name}";
        HostName.Check(route, args.Host, place);
        RoutePaths.Check(route, args.Namespace, args.Paths, place);
        if (args.Tls.Secret is not null && args.Namespace.Target.LoadBalancing.IngressClass == LoadBalancing.Alb)
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{route}: an AWS load balancer cannot read the certificate of a Secret",
                    "Write Tls = RouteTls.Acm(arn), or give the target another ingressClass."
                )
            );
        }
    }
}
