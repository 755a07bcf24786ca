using System.Text.Json;
using Components.Targets;
using Components.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Components.Routes;

/// <summary>Renders a route as an Ingress.</summary>
internal static class IngressTemplate
{
    private const string Annotation = "alb.ingress.kubernetes.io/";

    public static IngressArgs Render(string name, WebRouteArgs args, LoadBalancing loadBalancing)
    {
        var spec = new IngressSpecArgs { IngressClassName = loadBalancing.IngressClass };
        var rule = new HTTPIngressRuleValueArgs();
        var annotations = Annotations(args, loadBalancing);
        foreach (var (path, service) in RoutePaths.LongestFirst(args.Paths))
        {
            rule.Paths.Add(
                new HTTPIngressPathArgs
                {
                    Path = path,
                    PathType = "Prefix",
                    Backend = new IngressBackendArgs { Service = Backend(service.Name, service.Backends) },
                }
            );
            if (service.Backends.Count > 1)
            {
                annotations[$"{Annotation}actions.{service.Name}"] = Split(service.Backends);
            }
        }

        spec.Rules.Add(new IngressRuleArgs { Host = args.Host, Http = rule });
        if (args.Tls.Secret is { } secret)
        {
            spec.Tls.Add(new IngressTLSArgs { Hosts = { args.Host }, SecretName = secret.ObjectName });
        }

        return new IngressArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = name,
                Namespace = args.Namespace.Name,
                Annotations = annotations,
            },
            Spec = spec,
        };
    }

    private static InputMap<string> Annotations(WebRouteArgs args, LoadBalancing loadBalancing)
    {
        var annotations = new InputMap<string>();
        if (args.PublicBecause is { } reason)
        {
            annotations.Add("opt-out.components/private-load-balancer", reason);
        }

        if (loadBalancing.IngressClass != LoadBalancing.Alb)
        {
            return annotations;
        }

        annotations.Add(Annotation + "scheme", args.PublicBecause is null ? "internal" : "internet-facing");
        annotations.Add(Annotation + "target-type", "ip");
        annotations.Add(Annotation + "listen-ports", """[{"HTTP":80},{"HTTPS":443}]""");
        annotations.Add(Annotation + "ssl-redirect", "443");
        annotations.Add(Annotation + "ssl-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
        if (args.Tls.Certificate is { } certificate)
        {
            annotations.Add(Annotation + "certificate-arn", certificate);
        }

        return annotations;
    }

    // With several versions behind it the backend is the name of an action, which splits by weight.
    private static IngressServiceBackendArgs Backend(string service, IReadOnlyList<RouteBackend> backends) =>
        backends is [var only]
            ? new IngressServiceBackendArgs
            {
                Name = only.Service,
                Port = new ServiceBackendPortArgs { Number = only.Port.Number },
            }
            : new IngressServiceBackendArgs
            {
                Name = service,
                Port = new ServiceBackendPortArgs { Name = "use-annotation" },
            };

    private static string Split(IReadOnlyList<RouteBackend> backends) =>
        JsonSerializer.Serialize(
            new
            {
                type = "forward",
                forwardConfig = new
                {
                    targetGroups = backends.Select(backend => new
                    {
                        serviceName = backend.Service,
                        servicePort = backend.Port.Number,
                        weight = backend.Weight,
                    }),
                },
            }
        );
}
