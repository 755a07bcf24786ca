using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Components.Data;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Components.Routes;

/// <summary>Routes by host and path to services, through a gateway: an HTTPRoute, and one that redirects HTTP to HTTPS.</summary>
public sealed class GatewayRoute : ComponentResource
{
    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public GatewayRoute(
        string name,
        GatewayRouteArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:gateways:GatewayRoute",
            AppNamespace.Qualify(args.Gateway.Namespace, name),
            ComponentOptions.In(args.Gateway.Namespace.Target, options)
        )
    {
        var space = args.Gateway.Namespace;
        var objectName = DnsLabel.Parse(name, "route", longest: 50).Value;
        var place = Place.Source(file, line);
        HostName.Check(GetResourceName(), args.Host, place);
        RoutePaths.Check(GetResourceName(), space, args.Paths, place);
        DeclaredPlace.Tell(this, place);
        foreach (var service in args.Paths.Values.Distinct())
        {
            Targets(service);
        }

        var deployments = args.Paths.Values.SelectMany(service => service.Deployments).Distinct<Resource>().Append(args.Gateway.Gateway);
        Route = new CustomResource(
            GetResourceName(),
            new SpecArgs(WebGateway.Api, "HTTPRoute")
            {
                Metadata = new ObjectMetaArgs { Name = objectName, Namespace = space.Name },
                Spec = Spec(
                    args,
                    "https",
                    SpecValue.List([.. RoutePaths.LongestFirst(args.Paths).Select(path => Rule(path.Key, path.Value.Backends))])
                ),
            },
            new CustomResourceOptions { Parent = this, DependsOn = [.. deployments] }
        );
        _ = new CustomResource(
            $"{GetResourceName()}-redirect",
            new SpecArgs(WebGateway.Api, "HTTPRoute")
            {
                Metadata = new ObjectMetaArgs { Name = $"{objectName}-redirect", Namespace = space.Name },
                Spec = Spec(
                    args,
                    "http",
                    SpecValue.List(
                        SpecValue.Map(
                            (
                                "filters",
                                SpecValue.List(
                                    SpecValue.Map(
                                        ("type", "RequestRedirect"),
                                        ("requestRedirect", SpecValue.Map(("scheme", "https"), ("statusCode", 301)))
                                    )
                                )
                            )
                        )
                    )
                ),
            },
            new CustomResourceOptions { Parent = this, DependsOn = { args.Gateway.Gateway } }
        );
        space.Target.Services.Answers(GetResourceName(), $"https://{args.Host}");
        RegisterOutputs();
    }

    /// <summary>The HTTPRoute.</summary>
    public CustomResource Route { get; }

    private static InputMap<object> Spec(GatewayRouteArgs args, string listener, ImmutableArray<object> rules) =>
        new()
        {
            ["parentRefs"] = SpecValue.List(SpecValue.Map(("name", args.Gateway.Name), ("sectionName", listener))),
            ["hostnames"] = SpecValue.List(args.Host),
            ["rules"] = rules,
        };

    private static ImmutableDictionary<string, object> Rule(string path, IReadOnlyList<RouteBackend> backends) =>
        SpecValue.Map(
            ("matches", SpecValue.List(SpecValue.Map(("path", SpecValue.Map(("type", "PathPrefix"), ("value", path)))))),
            (
                "backendRefs",
                SpecValue.List([
                    .. backends.Select(backend =>
                        SpecValue.Map(("name", backend.Service), ("port", backend.Port.Number), ("weight", backend.Weight))
                    ),
                ])
            )
        );

    // A load balancer sends to pods themselves: through nodes it would not know which pods are ready.
    private void Targets(WebService service)
    {
        foreach (var backend in service.Backends)
        {
            _ = new CustomResource(
                $"{GetResourceName()}-{backend.Service}-targets",
                new SpecArgs(WebGateway.AwsApi, "TargetGroupConfiguration")
                {
                    Metadata = new ObjectMetaArgs { Name = backend.Service, Namespace = service.Reference.Namespace },
                    Spec = new()
                    {
                        ["targetReference"] = SpecValue.Map(("name", backend.Service)),
                        ["defaultConfiguration"] = SpecValue.Map(("targetType", "ip")),
                    },
                },
                new CustomResourceOptions { Parent = this }
            );
        }
    }
}
